// SPDX-License-Identifier: Apache-2.0
import Office

/// What letters to applicants are called in letters about them.
enum NoticeWords {
    /// What a letter to an applicant was about.
    static func name(of kind: String, in language: Language) -> String {
        switch (NoticeKind(rawValue: kind), language) {
        case (.received, .ukrainian): "повідомлення про отримання листа"
        case (.registered, .ukrainian): "повідомлення про реєстрацію"
        case (.refused, .ukrainian): "повідомлення про відмову в реєстрації"
        case (.ownerAppointed, .ukrainian): "повідомлення про відповідального за розгляд"
        case (.forwarded, .ukrainian): "повідомлення про надсилання за належністю"
        case (.extended, .ukrainian): "повідомлення про продовження строку"
        case (.sentBack, .ukrainian): "повернення з роз’ясненням"
        case (.received, .english): "notice that the letter has arrived"
        case (.registered, .english): "notice of registration"
        case (.refused, .english): "notice of refused registration"
        case (.ownerAppointed, .english): "notice of the process owner"
        case (.forwarded, .english): "notice that the letter was forwarded"
        case (.extended, .english): "notice of an extended term"
        case (.sentBack, .english): "return with an explanation"
        default: kind
        }
    }
}
