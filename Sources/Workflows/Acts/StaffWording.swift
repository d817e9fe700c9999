// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar

/// Sentences to people of the council about what another's act means for them.
enum StaffWording {
    /// What the front office is asked to do with an outgoing letter.
    enum FrontOfficeTask: Hashable, Sendable {
        case register, dispatch, call
        /// To addressees without e-mail.
        case handOver
        /// To an applicant whose matter is confidential.
        case handOverConfidential
    }

    /// A sentence and, apart from it, what a person wrote.
    static func news(_ news: News, _ card: CardLife, in language: Language) -> (text: String, remark: String) {
        func subject(_ id: DraftID) -> String { card[draft: id]?.current.content.subject ?? "" }
        switch (news, language) {
        case (.extended(_, let until), .ukrainian): return ("Строк виконання продовжено до \(until.ukrainianWords).", "")
        case (.extended(_, let until), .english): return ("The term is extended until \(until.englishWords).", "")
        case (.extensionDeclined(_, let reason), .ukrainian): return ("У продовженні строку відмовлено.", reason)
        case (.extensionDeclined(_, let reason), .english): return ("The extension was declined.", reason)
        case (.remarked(let id, let remark), .ukrainian):
            return ("Проєкт листа «\(subject(id))» повернуто із зауваженням. Внесіть зміни або обґрунтуйте свою позицію.", remark)
        case (.remarked(let id, let remark), .english):
            return ("The draft “\(subject(id))” is returned with a remark. Change it, or give your reasons.", remark)
        case (.signingDeclined(let id, let reason), .ukrainian):
            return ("Проєкт листа «\(subject(id))» не підписано. Доопрацюйте його і подайте на погодження знову.", reason)
        case (.signingDeclined(let id, let reason), .english):
            return ("The draft “\(subject(id))” was not signed. Revise it and submit it again.", reason)
        case (.signed(let id), .ukrainian):
            return ("Лист «\(subject(id))» підписано. Загальний відділ зареєструє і надішле його.", "")
        case (.signed(let id), .english):
            return ("The letter “\(subject(id))” is signed. The front office registers and sends it.", "")
        case (.sent(let id, let mark), .ukrainian):
            return ("Лист «\(subject(id))» зареєстровано за № \(mark.index) від \(mark.date.ukrainianDigits) і надіслано.", "")
        case (.sent(let id, let mark), .english):
            return ("The letter “\(subject(id))” is registered as № \(mark.index) of \(mark.date.englishWords) and sent.", "")
        case (.edited(let id), .ukrainian):
            return ("До проєкту листа «\(subject(id))» внесено зміни, погодження відкликано. Перевірте його і подайте знову.", "")
        case (.edited(let id), .english):
            return ("The draft “\(subject(id))” was changed and its approval withdrawn. Look at it and submit it again.", "")
        case (.reopened(let reason), .ukrainian): return ("Документ повернуто на виконання.", reason)
        case (.reopened(let reason), .english): return ("The document is back in execution.", reason)
        case (.cancelled(let reason), .ukrainian):
            return ("Реєстрацію документа анульовано, виконувати його не потрібно.", reason)
        case (.cancelled(let reason), .english): return ("The registration is cancelled; nothing is to be done.", reason)
        }
    }

    /// To a former assignee.
    static func relieved(_ task: CardTask?, in language: Language) -> String {
        let text = task?.text ?? ""
        return switch language {
        case .ukrainian: "Завдання «\(text)» передано іншому виконавцеві. Від Вас за цим документом більше нічого не потрібно."
        case .english: "The task “\(text)” is another's now. Nothing more is expected of you."
        }
    }

    static func request(_ task: FrontOfficeTask, in language: Language) -> String {
        switch (task, language) {
        case (.register, .ukrainian): "Лист підписано: зареєструйте його і надішліть."
        case (.register, .english): "The letter is signed: register and send it."
        case (.dispatch, .ukrainian): "Лист зареєстровано: надішліть його."
        case (.dispatch, .english): "The letter is registered: send it."
        case (.call, .ukrainian): "Лист не доставлено. Зателефонуйте адресатові й надішліть лист іншим способом."
        case (.call, .english): "The letter was not delivered. Call the addressee and send it by another way."
        case (.handOver, .ukrainian):
            "Адресат не має електронної пошти: надішліть лист поштою або вручіть особисто і зазначте, коли й як."
        case (.handOver, .english): "The addressee has no e-mail: post the letter or hand it over, and record when and how."
        case (.handOverConfidential, .ukrainian):
            "Справа конфіденційна: електронною поштою піде лише номер листа. Надішліть лист поштою або вручіть особисто."
        case (.handOverConfidential, .english):
            "The matter is confidential: only the number of the letter goes by e-mail. Post the letter or hand it over."
        }
    }

    /// In the place of a postal address.
    static func noAddress(in language: Language) -> String {
        language == .ukrainian ? "адреси в листі немає" : "the letter gives no address"
    }

    /// The verb that does it.
    static func advice(_ task: FrontOfficeTask, card: CardID, in language: Language) -> String {
        switch task {
        case .register, .dispatch: "chancery dispatch \(card) --as …"
        case .call: "chancery dispatch \(card) --resend … --as …"
        case .handOver, .handOverConfidential: "chancery dispatch \(card) --handed-over … --on … --addressee … --as …"
        }
    }
}
