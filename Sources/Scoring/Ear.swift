/// The second ear: a small linear model that guesses where no cue decides.
public struct Ear: Sendable {
}
extension Judge {
  func listen(with ear: Ear, _ dimensions: inout [Judgement.Dimension]) {}
}
