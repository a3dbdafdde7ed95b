import Foundation
import PackagePlugin

/// Puts the files under `Scenarios/` into the program as string literals, so that the binary alone
/// carries them. (`Bundle.module` would bake in a path of the build machine.)
@main
struct EmbedScenarios: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "Scenarios")
    let folders = ["Library", "Cases", "Rubrics"]
    let files = try folders.flatMap { folder in
      let url = root.appending(path: folder)
      return try FileManager.default.contentsOfDirectory(
        at: url,
        includingPropertiesForKeys: nil
      )
      .filter { ["json", "txt"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "ShippedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) scenarios, cases and rubrics",
        executable: try context.tool(named: "embed-scenarios").url,
        arguments: [output.path, root.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }
}
