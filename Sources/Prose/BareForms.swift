/// Short forms typed without their apostrophe that are words of their own: `well`, `its`, `shed`.
///
/// They are opened where the words beside them ask for it, and left as they are elsewhere.
enum BareForms {
  /// What stands beside a form, within its clause.
  struct Place {
    /// The word before, if it stands in the same clause.
    var previous: WordKey?
    /// Whether the form begins a clause, or follows a word such as `and` that may begin one.
    var startsClause: Bool
    /// The word behind.
    var next: WordKey
    /// Whether the word behind ends in "ing".
    var nextIsGoingOn: Bool
  }

  /// Whether a word is such a form.
  static func isOne(_ key: WordKey) -> Bool { forms[key] != nil }

  /// The words it stands for there, if it does.
  static func words(for key: WordKey, at place: Place) -> [WordKey]? {
    guard let form = forms[key] else { return nil }
    if let previous = place.previous, form.notAfter.contains(previous),
      !form.anywhereBefore.contains(place.next)
    {
      return nil
    }
    if form.notBefore.contains(place.next) { return nil }
    if !form.onlyBefore.isEmpty, !form.onlyBefore.contains(place.next),
      !(form.beforeGoingOn && place.nextIsGoingOn)
    {
      return nil
    }
    if form.needsStart, !place.startsClause { return nil }
    return form.words
  }

  /// Whether a word is a verb as it stands behind "will".
  static func isAct(_ key: WordKey) -> Bool { actKeys.contains(key) }

  private static let actKeys = WordKey.set(acts)

  private struct Form {
    var words: [WordKey]
    var notAfter: Set<WordKey> = []
    var notBefore: Set<WordKey> = []
    /// Before these whatever stands before it.
    var anywhereBefore: Set<WordKey> = []
    /// If there are any, only before these.
    var onlyBefore: Set<WordKey> = []
    var beforeGoingOn = false
    var needsStart = false
  }

  private static let owners =
    "a an the his her your my our their its this these those no any some every one "

  /// Verbs and adverbs that stand behind "will".
  private static let acts = """
    accept act add adopt agree all also always answer appeal apply argue arrange ask be bear beat become beg \
    begin believe bet book both bring build call care carry catch change chase check choose circle clean clear \
    close come connect continue cook cope count cover cross cry deal decide definitely discuss do draft draw \
    drive drop eat either email end even eventually explain face fail fall feel fight figure file fill find \
    finish fit fix fly follow forget forgive forward gather get give gladly go grab grow guess hand handle hang \
    happily hate have hear help hold hope hurt include introduce invite join just keep kick know land lay learn \
    leave lend let likely listen live look lose love mail make manage maybe mean meet mention miss most move \
    need never not note notice now offer only open order ours owe pack park pass pay pick plan play pray prepare \
    present print probably promise protect prove pull push put raise reach read realize really recommend remember \
    remind repeat report request respond review revisit ride ring run save say schedule see seek sell send set \
    settle share show sign simply sit sleep slow soon sort speak spend stand start stay step still stop struggle \
    study submit suggest support surely take talk teach tell text thank then think throw touch track train \
    translate travel treat try turn understand update use visit vote wait wake walk want warn watch wear win wish \
    work worry write yell
    """

  private static let forms: [WordKey: Form] = {
    var forms: [WordKey: Form] = [:]
    func add(_ typed: String, _ words: String, _ change: (inout Form) -> Void) {
      var form = Form(words: WordKey.list(words))
      change(&form)
      forms[WordKey(typed)] = form
    }
    add("ill", "i will") {
      $0.anywhereBefore = actKeys
      $0.notAfter = WordKey.set(
        owners + """
          is was am are were be been being feel feels felt feeling mentally very so too seriously terminally get \
          gets getting got fall falls fell chronically critically physically acutely gravely s how look looks \
          looked make makes made speak spoke become became
          """
      )
      $0.notBefore = WordKey.set(
        """
        will health effects effect treated treatment and or because with for from at in on patient people person \
        child mother father family enough again as but when since person's parent until before after
        """
      )
    }
    add("id", "i would") {
      $0.notAfter = WordKey.set(
        """
        a an the his your my our their its this these those no any some every photo picture state school student work new fake valid show card have need bring without for with of by \
        case or government tribal
        """
      )
      $0.notBefore = WordKey.set(
        "card cards number numbers badge is was or and on at from for to photo in you with s"
      )
    }
    add("wed", "we would") {
      $0.notAfter = WordKey.set(
        owners + "to be get got getting been newly am is are was were i you they"
      )
      $0.notBefore = WordKey.set("to in at on a an the s")
    }
    add("shed", "she would") {
      $0.notAfter = WordKey.set(
        owners + """
          tool garden wood back old new little to will would could can should not i you we they he she have has \
          had of do did
          """
      )
      $0.notBefore = WordKey.set(
        """
        tears tear light blood pounds weight some skin hair his her a an any the in is was door out behind and \
        with it s for by at on to
        """
      )
    }
    add("shell", "she will") {
      $0.notAfter = WordKey.set(
        owners + "egg sea nut hard of empty soft bomb mere into like same out to"
      )
      $0.notBefore = WordKey.set("of out is was in on game shock company s and or with for")
    }
    add("hell", "he will") {
      $0.notAfter = WordKey.set(
        owners + """
          to like of as through in from raise raising raised living bloody catch catching give gave been holy oh \
          freaking is it such pure absolute whole s total
          """
      )
      $0.onlyBefore = actKeys
    }
    add("well", "we will") {
      $0.notAfter = WordKey.set(
        """
        as very really pretty doing did does going go goes went gone is are was were been not too quite might may \
        could can should would sleep slept sleeping eat eating works work worked treated known get got oh done s \
        how fairly mean means meant wish wished you he she they i it him her them do be that's going
        """
      )
      $0.onlyBefore = actKeys
    }
    add("its", "it is") {
      $0.notAfter = WordKey.set(
        """
        of in on with at from by under within through has have makes make made lost gives give keeps keep to \
        does do took takes take into outside set sets against
        """
      )
      $0.notBefore = WordKey.set(
        """
        own rules ruling rulings decision decisions members children kids place purpose name report people \
        language customs laws rights job turn head weight feet share staff lawyers findings order orders final \
        best course itself owner parts past future members' size shape side sides reasons limits recommendation
        """
      )
    }
    add("were", "we are") {
      $0.notAfter = WordKey.set(
        """
        you they we there who these those people parents kids children judges families things i it he she visits \
        both mothers girls boys months weeks days years times brothers sisters moms dads relatives workers
        """
      )
      $0.onlyBefore = WordKey.set(
        """
        gonna here still all in not just at on done also never always supposed ready glad sorry sure both looking \
        only really the your a happy able allowed required on almost so very both stuck proud worried asked
        """
      )
      $0.notBefore = WordKey.set("being nothing something everything anything")
      $0.beforeGoingOn = true
      $0.needsStart = true
    }
    add("whore", "who are") {
      $0.notAfter = WordKey.set(owners + "little dirty called a")
      $0.onlyBefore = WordKey.set(
        "in on not still gonna there here supposed all also just both willing able ready the your"
      )
      $0.beforeGoingOn = true
    }
    add("lets", "let us") {
      $0.notAfter = WordKey.set(
        "he she it who which judge court mom dad this nobody everybody law rule program that she'd"
      )
    }
    return forms
  }()
}
