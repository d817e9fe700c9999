// SPDX-License-Identifier: Apache-2.0

// What acts and states are called in sentences.
extension DeedKind {
    /// An infinitive: «зареєструвати документ».
    package var ukrainian: String {
        switch self {
        case .accepted: "зареєструвати документ"
        case .refused: "відмовити в реєстрації"
        case .forwarded: "переслати за належністю"
        case .sentBack: "повернути з роз’ясненням"
        case .setAside: "залишити без реєстрації"
        case .cancelled: "скасувати картку"
        case .resolved: "накласти резолюцію"
        case .taskAccepted: "прийняти завдання"
        case .reported: "доповісти про виконання"
        case .extensionRequested: "просити про продовження строку"
        case .extensionGranted: "продовжити строк"
        case .extensionDeclined: "відмовити в продовженні строку"
        case .draftOpened: "створити проєкт листа"
        case .draftEdited: "змінити проєкт"
        case .submitted: "подати на погодження"
        case .withdrawn: "відкликати з погодження"
        case .abandoned: "відмовитися від проєкту"
        case .approved: "погодити проєкт"
        case .remarked: "повернути проєкт із зауваженням"
        case .remarkAnswered: "відповісти на зауваження"
        case .signed: "підписати лист"
        case .signingDeclined: "відмовити в підписанні"
        case .draftRegistered: "зареєструвати вихідний лист"
        case .dispatched: "надіслати лист"
        case .delivered: "позначити доставку"
        case .bounced: "позначити недоставку"
        case .resent: "надіслати повторно"
        case .handedOver: "надіслати поштою або вручити лист"
        case .controlRemoved: "зняти з контролю"
        case .reopened: "повернути на виконання"
        case .closed: "закрити до справи"
        }
    }

    /// An infinitive without “to”: “register the document”.
    package var english: String {
        switch self {
        case .accepted: "register the document"
        case .refused: "refuse registration"
        case .forwarded: "pass the document on"
        case .sentBack: "send the document back"
        case .setAside: "leave the document unregistered"
        case .cancelled: "cancel the card"
        case .resolved: "write a resolution"
        case .taskAccepted: "accept the task"
        case .reported: "report the task done"
        case .extensionRequested: "ask for more time"
        case .extensionGranted: "extend the term"
        case .extensionDeclined: "decline an extension"
        case .draftOpened: "open a draft"
        case .draftEdited: "edit the draft"
        case .submitted: "submit the draft"
        case .withdrawn: "withdraw the draft"
        case .abandoned: "give up the draft"
        case .approved: "approve the draft"
        case .remarked: "return the draft with a remark"
        case .remarkAnswered: "answer the remark"
        case .signed: "sign the letter"
        case .signingDeclined: "decline to sign"
        case .draftRegistered: "register the outgoing letter"
        case .dispatched: "send the letter"
        case .delivered: "record the delivery"
        case .bounced: "record the bounce"
        case .resent: "send the letter again"
        case .handedOver: "post the letter or hand it over"
        case .controlRemoved: "take the card off control"
        case .reopened: "reopen the card"
        case .closed: "file the card"
        }
    }
}

extension CardStage {
    /// A predicate of «картка».
    package var ukrainian: String {
        switch self {
        case .preReview: "на попередньому розгляді"
        case .drafting: "на стадії проєкту"
        case .onResolution: "очікує резолюції"
        case .inExecution: "на виконанні"
        case .controlCheck: "на перевірці в контролера"
        case .executed: "виконана"
        case .closed: "закрита до справи"
        case .refused: "не зареєстрована: відмовлено"
        case .forwarded: "переслана за належністю"
        case .sentBack: "повернута з роз’ясненням"
        case .notRegistered: "не підлягає реєстрації"
        case .cancelled: "скасована"
        }
    }

    /// A predicate of “the card”.
    package var english: String {
        switch self {
        case .preReview: "waits for the front office"
        case .drafting: "is being drafted"
        case .onResolution: "waits for a resolution"
        case .inExecution: "is being executed"
        case .controlCheck: "is with the controller"
        case .executed: "is executed"
        case .closed: "is filed"
        case .refused: "was refused registration"
        case .forwarded: "was passed on"
        case .sentBack: "was sent back"
        case .notRegistered: "is not registered"
        case .cancelled: "is cancelled"
        }
    }
}

extension Draft.Stage {
    /// A predicate of «проєкт».
    package var ukrainian: String {
        switch self {
        case .drafting: "готує автор"
        case .onApproval: "на погодженні"
        case .returned: "повернуто із зауваженням"
        case .onSigning: "на підписанні"
        case .signed: "підписано"
        case .registered: "зареєстровано"
        case .dispatched: "надіслано"
        case .abandoned: "знято з роботи"
        }
    }

    /// A predicate of “the draft”.
    package var english: String {
        switch self {
        case .drafting: "is with its author"
        case .onApproval: "is being approved"
        case .returned: "is returned with a remark"
        case .onSigning: "waits for signing"
        case .signed: "is signed"
        case .registered: "is registered"
        case .dispatched: "is sent"
        case .abandoned: "is given up"
        }
    }
}

extension MissingText {
    var ukrainian: String {
        switch self {
        case .resolution: "У резолюції зі строком немає доручення. Напишіть, що зробити."
        case .subject: "Лист не має заголовка. Зазначте, про що він."
        case .letter: "Лист порожній. Додайте текст або файл."
        case .addressee: "Лист не має адресата. Зазначте, кому він."
        case .executorPhone: "Немає телефону виконавця. Додайте його в лист або в staff.yaml."
        case .remark: "Повертають лише з мотивованим зауваженням. Напишіть, що виправити."
        case .reason: "Немає причини. Напишіть її одним реченням."
        case .explanation: "Немає роз’яснення. Напишіть, чому документ повертають і що слід зробити."
        case .destination: "Не зазначено, куди. Назвіть орган або адресу."
        case .way: "Не зазначено, як. Напишіть: поштою, рекомендованим листом № …, вручено особисто."
        case .report: "Немає доповіді. Напишіть, що зроблено."
        case .basis: "Немає підстави. Зазначте номер і дату листа, яким строк змінено."
        case .caseFile: "Немає індексу справи. Зазначте його за номенклатурою справ."
        case .filingNote: "На документ не відповідали. Зазначте, як його використано."
        }
    }

    var english: String {
        switch self {
        case .resolution: "The resolution has a term and no order. Write what is to be done."
        case .subject: "The letter has no heading. Say what it is about."
        case .letter: "The letter is empty. Add a text or a file."
        case .addressee: "The letter has no addressee. Say to whom it goes."
        case .executorPhone: "The executor's phone is missing. Put it in the letter or in staff.yaml."
        case .remark: "A draft is returned only with a reasoned remark. Write what to correct."
        case .reason: "The reason is missing. Give it in a sentence."
        case .explanation: "The explanation is missing. Write why it is sent back and what to do."
        case .destination: "It does not say where to. Name the body or the address."
        case .way: "It does not say how. Write: by post, by registered letter no. …, in person."
        case .report: "The report is missing. Write what was done."
        case .basis: "The ground is missing. Give number and date of the letter that changed the term."
        case .caseFile: "The case file is missing. Give its index from the list of files."
        case .filingNote: "The document was not answered. Write how it was used."
        }
    }
}
