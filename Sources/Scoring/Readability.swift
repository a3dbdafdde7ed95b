import Prose

/// Tells English talk from another language and from noise.
enum Readability {
  static func canRead(
    _ utterance: Utterance,
    vocabulary: Vocabulary,
    names: [WordKey: [WordKey]]
  ) -> Bool {
    var words = 0
    var known = 0
    var foreign = 0
    for token in utterance.tokens where !token.isNumber {
      words += 1
      if spanish.contains(token.key) {
        foreign += 1
      } else if vocabulary.contains(token.key) || names[token.key] != nil || token.letters.isEmpty {
        known += 1
      }
    }
    if words == 0 { return false }
    // Two borrowed words ("mi amor") are English talk; a clause is not.
    if foreign >= 3, foreign * 5 >= words { return false }
    if !vocabulary.isLarge { return true }
    return known * 2 >= words || words < 2 && known > 0
  }

  private static let spanish = WordKey.set(
    """
    que los las por para usted ustedes ella nosotros esta estan pero como muy tambien hijo hija nina \
    nino ninos juez casa su sus nuestro porque cuando aqui ahora todo del una el y tiene vamos puede \
    quiero hablar ser hay mi tu con se lo le nos fue va si eso esto sobre plan_b familia mama_es \
    corte regresar adoptar trabajadora esa ese cada dia semana hoy manana yo ellos al de en un la \
    nada nadie diga dice dijo sabe saber ir voy van vaya dar darle decirle firme firma alli asi \
    bien siempre nunca gracias favor siento verdad mucho poco luego entonces donde quien cual cuanto este \
    estos estas mio mia nuestra les era fueron sera habia haber tener tengo tienen pueden podemos debe \
    marzo enero febrero abril mayo junio julio agosto octubre noviembre diciembre martes lunes jueves \
    viernes sabado domingo abogado plan_a nos ni mas si ya llamar visita visitas segura vuelve regresa \
    dos planes hogar prometo puedo decir verdad senora senor necesita hacer estamos estoy
    """
  )
}
