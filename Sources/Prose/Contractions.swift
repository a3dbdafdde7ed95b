/// The short forms people type, opened: `can't`, `dont`, `gonna`, `u`.
enum Contractions {
  /// Forms that are no other word, so that they may be opened wherever they stand.
  static func words(for key: WordKey) -> [WordKey]? { table[key] }

  /// Opens a word with an apostrophe that the table does not list.
  static func words(base: ArraySlice<UInt8>, ending: ArraySlice<UInt8>) -> [WordKey]? {
    let typed = WordKey(bytes: base)
    let baseKey = table[typed].flatMap { $0.count == 1 ? $0.first : nil } ?? typed
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

  private static let takeIs = Set(
    WordKey.list("he she it that this there here what who where when how why everything nothing")
  )

  private static let table: [WordKey: [WordKey]] = {
    var table: [WordKey: [WordKey]] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "=")
      guard parts.count == 2 else { continue }
      for form in parts[0].split(separator: " ") {
        table[WordKey(String(form))] = WordKey.list(String(parts[1]))
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
    nobodys noones=nobody s
    nothings=nothing is
    everythings=everything is
    somethings=something is
    somebodys someones=somebody s
    everybodys everyones=everybody s
    couldve=could have
    shouldve=should have
    wouldve=would have
    mightve=might have
    mustve=must have
    let's=let us
    c'mon=come on
    y'all yall ya'll=you
    'em em=them
    u ya=you
    ur=your
    r=are
    gonna gunna gon' gon=going to
    finna fixing boutta=going to
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
    tmrw tmw tomorow 2moro 2morrow=tomorrow
    2day=today
    2nite tonite=tonight
    l8r=later
    lmk=let me know
    ppl=people
    thx=thanks
    nothin nuthin=nothing
    somethin sumthin=something
    anythin=anything
    everythin=everything
    wut wat=what
    jus=just
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
