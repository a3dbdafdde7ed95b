import Synchronization

/// A machine that exists only in memory, for tests.
///
/// Its clock stands still until it is told to go on, its disk keeps apart what was written and
/// what would survive a power loss, and any of its operations can be made to fail.
public final class MemoryHost: Sendable {
  /// An operation that is to fail.
  public struct Fault: Hashable, Sendable {
    /// Which operation fails.
    public var operation: HostError.Operation
    /// The system's number for the reason.
    public var errno: Int32
    /// What the path ends with; an empty text stands for every path.
    public var suffix: String
    /// How many times the operation still works first.
    public var after: Int
    /// How many times it then fails; nothing stands for always.
    public var times: Int?

    /// Creates a fault.
    public init(
      _ operation: HostError.Operation,
      errno: Int32,
      suffix: String = "",
      after: Int = 0,
      times: Int? = nil
    ) {
      self.operation = operation
      self.errno = errno
      self.suffix = suffix
      self.after = after
      self.times = times
    }
  }

  let state: Mutex<State>

  /// Creates a machine with an empty disk.
  public init(
    now: Int64 = 1_795_298_400_000,
    seed: UInt64 = 1,
    environment: [String: String] = ["HOME": "/home/person"],
    arguments: [String] = ["rehearse"],
    input: String = ""
  ) {
    state = Mutex(
      State(
        now: now,
        monotonic: 1_000,
        seed: seed,
        environment: environment,
        arguments: arguments,
        input: Array(input.utf8)
      )
    )
  }

  /// The machine as the program sees it.
  public var host: Host {
    Host(
      now: { self.state.withLock { $0.now } },
      monotonic: { self.state.withLock { $0.monotonic } },
      localTime: LocalTime.universal,
      seed: { self.state.withLock { $0.nextSeed() } },
      environment: { name in self.state.withLock { $0.environment[name] } },
      arguments: state.withLock { $0.arguments },
      currentDirectory: { "/home/person" },
      streams: streams,
      files: files
    )
  }

  /// Lets time pass, by both clocks.
  public func advance(by milliseconds: Int64) {
    state.withLock {
      $0.now += milliseconds
      $0.monotonic += milliseconds
    }
  }

  /// Sets the wall clock alone, as a person or a time server may.
  public func setWallClock(_ milliseconds: Int64) { state.withLock { $0.now = milliseconds } }

  /// Sets or, with nothing, unsets an environment variable.
  public func setEnvironment(_ name: String, _ value: String?) {
    state.withLock { $0.environment[name] = value }
  }

  /// Says what a stream is; it is no terminal until then.
  public func set(_ stream: StandardStream, _ facts: StreamFacts) {
    state.withLock { $0.facts[stream] = facts }
  }

  /// Makes an operation fail from now on.
  public func fail(_ fault: Fault) { state.withLock { $0.faults.append(fault) } }

  /// Lets every operation work again.
  public func mend() { state.withLock { $0.faults = [] } }

  /// Puts a file in place, and the folders above it.
  public func put(_ path: String, _ bytes: [UInt8]) {
    state.withLock {
      $0.makeFolders(above: path)
      $0.nodes[path] = .file(bytes, synced: bytes.count)
    }
  }

  /// Puts something that is no file in place, such as a pipe.
  public func put(_ path: String, _ kind: FileKind) {
    state.withLock {
      $0.makeFolders(above: path)
      $0.nodes[path] = kind == .regular ? .file([], synced: 0) : .other(kind)
    }
  }

  /// The bytes of a file.
  public func bytes(_ path: String) -> [UInt8]? {
    state.withLock {
      guard case .file(let bytes, _) = $0.nodes[path] else { return nil }
      return bytes
    }
  }

  /// The paths of all files, in order.
  public var paths: [String] {
    state.withLock { state in
      state.nodes.keys.filter { state.nodes[$0]?.kind != .directory }.sorted()
    }
  }

  /// Cuts the power: locks are gone, and so is every byte that was not synced.
  public func losePower() {
    state.withLock { state in
      state.locked = []
      for (path, node) in state.nodes {
        guard case .file(let bytes, let synced) = node else { continue }
        state.nodes[path] = .file(Array(bytes.prefix(synced)), synced: min(bytes.count, synced))
      }
    }
  }

  /// Everything written to a stream.
  public func written(to stream: StandardStream) -> String {
    state.withLock { String(decoding: $0.output[stream] ?? [], as: UTF8.self) }
  }
}

extension MemoryHost {
  struct State {
    var now: Int64
    var monotonic: Int64
    var seed: UInt64
    var environment: [String: String]
    var arguments: [String]
    var input: [UInt8]
    var facts: [StandardStream: StreamFacts] = [:]
    var output: [StandardStream: [UInt8]] = [:]
    var nodes: [String: Node] = ["/": .other(.directory), ".": .other(.directory)]
    var locked: Set<String> = []
    var faults: [Fault] = []

    mutating func nextSeed() -> UInt64 {
      // Any full-period step will do: tests need it repeatable, nobody needs it secret.
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed ^ (seed >> 29)
    }

    mutating func makeFolders(above path: String) {
      var folder = path
      while folder != "/", folder != "." {
        folder = LiveFiles.parent(of: folder)
        if nodes[folder] == nil { nodes[folder] = .other(.directory) }
      }
    }

    /// Counts one operation, and returns the error if it is its turn to fail.
    mutating func attempt(_ operation: HostError.Operation, _ path: String) -> HostError? {
      for index in faults.indices
      where faults[index].operation == operation && path.hasSuffix(faults[index].suffix) {
        if faults[index].after > 0 {
          faults[index].after -= 1
          continue
        }
        if let times = faults[index].times {
          if times == 0 { continue }
          faults[index].times = times - 1
        }
        return .failed(operation, path: path, errno: faults[index].errno)
      }
      return nil
    }
  }

  enum Node {
    case file([UInt8], synced: Int)
    case other(FileKind)

    var kind: FileKind {
      switch self {
      case .file: .regular
      case .other(let kind): kind
      }
    }
  }
}
