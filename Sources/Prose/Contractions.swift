/// The short forms people type, opened: `can't`, `dont`, `gonna`, `u`.
enum Contractions {
  /// Forms that are no other word, so that they may be opened wherever they stand.
  static func words(for key: WordKey) -> [WordKey]? { table[key] }

  /// Opens a word with an apostrophe that the table does not list.
  static func words(base: ArraySlice<UInt8>, ending: ArraySlice<UInt8>) -> [WordKey]? {
    let baseKey = WordKey(bytes: base)
    switch String(decoding: ending, as: UTF8.self) {
    case "ll": return [baseKey, WordKey("will")]
    case "re": return [baseKey, WordKey("are")]
    case "ve": return [baseKey, WordKey("have")]
    case "m": return [baseKey, WordKey("am")]
    case "d": return [baseKey, WordKey("would")]
    case "s": return [baseKey, WordKey(takeIs.contains(baseKey) ? "is" : "s")]
    case "t" where base.last == UInt8(ascii: "n"):
      return [WordKey(bytes: base.dropLast()), WordKey("not")]
    default: return nil
    }
  }

  /// Forms that are also words (`ill`, `well`, `its`): opened only before the words listed.
  static func words(for key: WordKey, before next: WordKey, atStart: Bool) -> [WordKey]? {
    guard let form = ambiguous[key], form.anywhere || atStart, form.before.contains(next) else {
      return nil
    }
    return form.words
  }

  private struct Ambiguous {
    var words: [WordKey]
    var before: Set<WordKey>
    var anywhere: Bool
  }

  private static func keys(_ words: String) -> [WordKey] {
    words.split(separator: " ").map { WordKey(String($0)) }
  }

  private static let takeIs = Set(
    keys("he she it that this there here what who where when how why everything nothing")
  )

  private static let verbs =
    """
    be call ask tell get make have see try do go come bring send write take talk let know find \
    help work need want look drive pick text email check say give keep meet never always also just \
    not start put set show explain print recommend stand fight fix grow live love lose keep hear \
    learn feel sit hold wait walk sleep move turn finish pass bet miss remember end stay probably \
    definitely still
    """

  private static let ambiguous: [WordKey: Ambiguous] = {
    var table: [WordKey: Ambiguous] = [:]
    for (form, words) in [
      ("ill", "i will"), ("well", "we will"), ("hell", "he will"), ("shell", "she will"),
    ] {
      table[WordKey(form)] = Ambiguous(
        words: keys(words),
        before: Set(keys(verbs)),
        anywhere: form != "well"
      )
    }
    let wishes = Set(keys("like rather say be hate " + verbs))
    table[WordKey("id")] = Ambiguous(words: keys("i would"), before: wishes, anywhere: false)
    table[WordKey("wed")] = Ambiguous(words: keys("we would"), before: wishes, anywhere: false)
    table[WordKey("were")] = Ambiguous(
      words: keys("we are"),
      before: Set(keys("going working trying hoping planning here still all in not gonna")),
      anywhere: false
    )
    table[WordKey("its")] = Ambiguous(
      words: keys("it is"),
      before: Set(
        keys(
          """
          not a an the just only up all going too ok okay hard about my your been never really \
          basically complicated like for still so more almost over fine normal because what in on \
          possible nothing pretty either both you me us him her them
          """
        )
      ),
      anywhere: true
    )
    return table
  }()

  private static let table: [WordKey: [WordKey]] = {
    var table: [WordKey: [WordKey]] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "=")
      guard parts.count == 2 else { continue }
      for form in parts[0].split(separator: " ") {
        table[WordKey(String(form))] = keys(String(parts[1]))
      }
    }
    return table
  }()

  private static let lines = """
    can't cant cannot can'not=can not
    won't wont=will not
    shan't=shall not
    ain't aint=is not
    don't dont=do not
    doesn't doesnt dosent doesent=does not
    didn't didnt=did not
    isn't isnt=is not
    aren't arent=are not
    wasn't wasnt=was not
    weren't werent=were not
    haven't havent=have not
    hasn't hasnt=has not
    hadn't hadnt=had not
    wouldn't wouldnt=would not
    couldn't couldnt=could not
    shouldn't shouldnt=should not
    mustn't mustnt=must not
    needn't neednt=need not
    youre youre=you are
    theyre=they are
    im=i am
    ive=i have
    youve=you have
    weve=we have
    theyve=they have
    youll ull=you will
    theyll=they will
    itll=it will
    thatll=that will
    therell=there will
    youd=you would
    theyd=they would
    thats=that is
    whats=what is
    wheres=where is
    whos=who is
    hows=how is
    theres=there is
    heres=here is
    shes=she is
    hes=he is
    hed=he would
    itd=it would
    thatd=that would
    whod=who would
    wholl=who will
    nobodys noones=nobody is
    somebodys someones=somebody is
    everybodys everyones=everybody is
    couldve=could have
    shouldve=should have
    wouldve=would have
    mightve=might have
    mustve=must have
    let's lets=let us
    c'mon=come on
    y'all yall ya'll=you
    'em em=them
    u ya=you
    ur=your
    r=are
    gonna gunna gon'=going to
    finna fixing=going to
    ima imma i'ma=i am going to
    wanna=want to
    gotta=got to
    hafta=have to
    tryna tryina=trying to
    gimme=give me
    lemme=let me
    dunno=do not know
    idk=i do not know
    'cause cuz cause bc becuz cos=because
    'til til=until
    'bout bout=about
    w=with
    n=and
    &=and
    b4=before
    pls plz=please
    tmrw tmw tomorow=tomorrow
    2day=today
    def=definitely
    prob prolly probly=probably
    kinda=kind of
    sorta=sort of
    outta=out of
    alot=a lot
    ok=okay
    gramma gma=grandma
    thru=through
    tho=though
    o'clock=oclock
    woulda=would have
    coulda=could have
    shoulda=should have
    """
}
