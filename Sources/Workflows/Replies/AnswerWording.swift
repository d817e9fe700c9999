// SPDX-License-Identifier: Apache-2.0
import Office

/// Sentences about replies.
enum AnswerWording {
    /// Characters of a reply kept in the history of the card; the letter itself is in the vault.
    static let maximumRemark = 2_000

    static func unproven(in language: Language) -> String {
        switch language {
        case .ukrainian:
            "Наш поштовий сервер не підтвердив, що лист справді надійшов із Вашої адреси. Надішліть відповідь зі своєї службової скриньки або ухваліть рішення на робочому столі. Якщо Ви не надсилали цього листа, повідомте адміністратора."
        case .english:
            "Our mail server could not prove that the letter came from your address. Reply from your office mailbox, or decide at the desk. If you did not send this letter, tell the administrator."
        }
    }

    /// What was done, each thing once.
    static func list(of acts: [Act], in language: Language) -> String {
        var words: [String] = []
        for act in acts {
            let kind = act.deed.act.kind
            let word = language == .ukrainian ? kind.ukrainian : kind.english
            if !words.contains(word) { words.append(word) }
        }
        return words.joined(separator: ", ")
    }
}
