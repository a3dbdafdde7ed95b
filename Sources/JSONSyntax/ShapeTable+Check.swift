public import SourceText

extension ShapeTable {
  /// Returns every way in which the document is not of this shape, in file order.
  ///
  /// One wrong value gives one diagnostic; what the reader has reported is not reported again.
  public func check(_ document: JSONDocument, limit: Int = 200) -> [Diagnostic] {
    let shapes = CompiledShapes(self)
    var checker = ShapeChecker(document, shapes, limit: limit)
    checker.check(document.root, shapes.root)
    return checker.log.finished()
  }
}
