public import SourceText

/// What can be said about a Twee story.
extension DiagnosticCode {
  private static func warning(_ name: String, _ summary: String) -> Self {
    Self(name, .warning, summary)
  }

  /// The file is larger than the limit.
  public static let tweeTooLarge = Self(
    "twee-too-large",
    .error,
    "The story is larger than is read."
  )
  /// The file is not UTF-8.
  public static let tweeNotUTF8 = Self(
    "twee-not-utf-8",
    .error,
    "The story is not saved as UTF-8."
  )
  /// There is no passage in the file.
  public static let tweeNoPassage = Self(
    "twee-no-passage",
    .error,
    "The file has no passage of a story in it."
  )
  /// Some characters are not UTF-8.
  public static let tweeBadUTF8 = warning(
    "twee-bad-utf-8",
    "Some characters are not saved as UTF-8."
  )
  /// Text stands before the first passage.
  public static let tweeProlog = warning(
    "twee-prolog",
    "Text stands before the first passage."
  )
  /// A passage has no name.
  public static let tweeNoName = warning("twee-no-name", "A passage has no name.")
  /// A header has something after its name that is neither tags nor metadata.
  public static let tweeBadHeader = warning(
    "twee-bad-header",
    "The first line of a passage is not written as Twee says."
  )
  /// The metadata of a passage cannot be read.
  public static let tweeBadMetadata = warning(
    "twee-bad-metadata",
    "The metadata of a passage is not JSON."
  )
  /// StoryData cannot be read.
  public static let tweeBadStoryData = warning(
    "twee-bad-story-data",
    "StoryData is not what Twee says."
  )
  /// Two passages have the same name.
  public static let tweeDuplicate = warning(
    "twee-duplicate-passage",
    "Two passages have the same name."
  )
  /// A link leads to a passage that does not exist.
  public static let tweeMissingPassage = warning(
    "twee-missing-passage",
    "A link leads to a passage that does not exist."
  )
  /// The passage that the story should start with does not exist.
  public static let tweeMissingStart = warning(
    "twee-missing-start",
    "The passage that the story starts with does not exist."
  )
  /// A link is not written as Twine reads links.
  public static let tweeBadLink = warning(
    "twee-bad-link",
    "A link has no end or leads nowhere."
  )
  /// A passage has more than a scenario can hold.
  public static let tweeTooMuch = warning(
    "twee-too-much",
    "The story has more of something than a scenario can hold."
  )
  /// The scenario carried in an export cannot be read.
  public static let tweeBadCarrier = warning(
    "twee-bad-carrier",
    "The scenario that was carried in the story cannot be read."
  )
  /// A passage was changed since the scenario was exported.
  public static let tweeChangedPassage = warning(
    "twee-changed-passage",
    "A passage was changed since the scenario was exported."
  )

  /// Every code that import and export may report.
  public static let ofTwee: [DiagnosticCode] = [
    tweeTooLarge, tweeNotUTF8, tweeNoPassage, tweeBadUTF8, tweeProlog, tweeNoName, tweeBadHeader,
    tweeBadMetadata, tweeBadStoryData, tweeDuplicate, tweeMissingPassage, tweeMissingStart,
    tweeBadLink, tweeTooMuch, tweeBadCarrier, tweeChangedPassage,
  ]
}
