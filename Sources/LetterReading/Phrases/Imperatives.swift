// SPDX-License-Identifier: Apache-2.0

/// Verbs that ask their reader directly, in Ukrainian and Russian: «надайте», «сообщите».
enum Imperatives {
    static func holds(_ token: Token, in text: NormalizedText) -> Bool { words.meaning(of: token, in: text) != nil }

    private static let words = StemTable<Bool>([
        (
            """
            надайте надішліть подайте повідомте поінформуйте проінформуйте інформуйте доповідайте направте забезпечте усуньте встановіть установіть \
            відновіть відремонтуйте приберіть вивезіть проведіть замініть перевірте розгляньте вирішіть допоможіть виділіть погодьте поверніть внесіть \
            заповніть завершіть сообщите предоставьте направьте пришлите обеспечьте представьте примите
            """, true
        )
    ])
}
