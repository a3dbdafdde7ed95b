import Platform
import SourceText

/// The scenarios, cases and rubrics there are, and where each comes from.
///
/// Folders are looked at in a stated order, the program's own shelf last; the first file of a name wins,
/// so a file on disk stands in for the shipped one of that name.
struct Library: Sendable {
  /// What a file is, by the folder it lies in.
  enum Kind: String, CaseIterable, Sendable {
    case scenarios = "Library"
    case cases = "Cases"
    case rubrics = "Rubrics"
  }

  /// One place that files come from.
  enum Shelf: Hashable, Sendable {
    /// A folder that has `Library`, `Cases` or `Rubrics` in it.
    case folder(path: String, because: String)
    /// The program itself.
    case shipped

    /// How `rehearse where` speaks of it.
    var explanation: String {
      switch self {
      case .folder(let path, let because): "\(path) (\(because))"
      case .shipped: "inside the program"
      }
    }
  }

  /// One file on a shelf.
  struct Item: Hashable, Sendable {
    let kind: Kind
    /// The file's name without `.json`; by custom the id.
    let name: String
    let shelf: Shelf
    /// How the file is spoken of.
    let path: String
  }

  /// The largest file that is read.
  static let sizeLimit = 64 << 20

  let host: Host
  let shelves: [Shelf]

  /// Looks for the folders; reads no file yet.
  init(host: Host) {
    self.host = host
    var folders: [(path: String, because: String)] = []
    if let path = host.environment("REHEARSE_SCENARIOS"), !path.isEmpty {
      folders.append((path, "REHEARSE_SCENARIOS"))
    }
    folders.append(("Scenarios", "the folder you are in"))
    if let data = host.environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      folders.append(("\(data)/rehearse/Scenarios", "your data folder"))
    } else if let home = host.home {
      folders.append(("\(home)/.local/share/rehearse/Scenarios", "your data folder"))
    }
    let shelves = folders.filter { folder in
      Kind.allCases.contains { host.files.kind("\(folder.path)/\($0.rawValue)") == .directory }
    }
    self.shelves = shelves.map { .folder(path: $0.path, because: $0.because) } + [.shipped]
  }

  /// The files of a kind, by name, each from the first shelf that has it.
  func items(_ kind: Kind) -> [Item] {
    var seen: Set<String> = []
    var items: [Item] = []
    for shelf in shelves {
      for item in self.items(kind, on: shelf) where seen.insert(item.name).inserted {
        items.append(item)
      }
    }
    return items.sorted { $0.name < $1.name }
  }

  /// The file of a name, from the first shelf that has it.
  func item(_ kind: Kind, named name: String) -> Item? {
    for shelf in shelves {
      if let item = items(kind, on: shelf).first(where: { $0.name == name }) { return item }
    }
    return nil
  }

  /// Reads a file.
  func read(_ item: Item) throws(HostError) -> SourceFile {
    switch item.shelf {
    case .folder:
      return SourceFile(path: item.path, bytes: try host.files.read(item.path, Self.sizeLimit))
    case .shipped: return SourceFile(path: item.path, bytes: shipped(item) ?? [])
    }
  }

  /// Reads the scenario with an id, if there is one that can be read.
  func scenario(_ id: String) -> SourceFile? {
    item(.scenarios, named: id).flatMap { try? read($0) }
  }

  /// Whether a file that was read is, byte for byte, the one that came with the program.
  func isAsShipped(_ file: SourceFile, _ item: Item) -> Bool { file.bytes == shipped(item) }

  private func shipped(_ item: Item) -> [UInt8]? {
    shipped("\(item.kind.rawValue)/\(item.name).json")
  }

  private func shipped(_ path: String) -> [UInt8]? {
    let file = ShippedFiles.all.first { "\($0.path)" == path }
    return file.map { $0.text.withUTF8Buffer { Array($0) } }
  }

  /// The bytes of a file by its path under `Scenarios`, from the first shelf that has it.
  func text(_ path: String) -> [UInt8]? {
    for shelf in shelves {
      switch shelf {
      case .folder(let folder, _):
        if let bytes = try? host.files.read("\(folder)/\(path)", Self.sizeLimit) { return bytes }
      case .shipped: if let bytes = shipped(path) { return bytes }
      }
    }
    return nil
  }

  private func items(_ kind: Kind, on shelf: Shelf) -> [Item] {
    let names: [String]
    let prefix: String
    switch shelf {
    case .folder(let path, _):
      prefix = "\(path)/\(kind.rawValue)/"
      names = (try? host.files.list("\(path)/\(kind.rawValue)")) ?? []
    case .shipped:
      prefix = "shipped:\(kind.rawValue)/"
      names = ShippedFiles.all.map { "\($0.path)" }
        .filter { $0.hasPrefix("\(kind.rawValue)/") }
        .map { String($0.dropFirst(kind.rawValue.count + 1)) }
    }
    // What a rubric's second ear has learned lies beside it, and is no rubric.
    return names.filter {
      $0.hasSuffix(".json") && !$0.hasPrefix(".")
        && !(kind == .rubrics && $0.hasSuffix("-ear.json"))
    }
    .map { name in
      Item(kind: kind, name: String(name.dropLast(5)), shelf: shelf, path: prefix + name)
    }
  }
}
