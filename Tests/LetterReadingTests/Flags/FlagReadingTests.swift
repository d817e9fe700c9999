// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct FlagReadingTests {
    @Test("The flags of each letter of many hands", arguments: DevelopmentLetter.all)
    func developmentLetter(_ letter: DevelopmentLetter) {
        let flags = LetterReader.plain.read(letter.source).flags
        #expect(flags.map(\.value.rawValue).sorted() == letter.expected.flags.sorted(), "\(flags.map(\.reason))")
    }

    struct Row: CustomTestStringConvertible {
        let text: String
        let flag: LetterFlag
        let holds: Bool
        var testDescription: String { "\(flag) \(holds): \(text)" }
    }

    @Test(
        "A flag holds for what is said, not for its contrary",
        arguments: [
            Row(text: "Згоден на публікацію цього листа.", flag: .isPublic, holds: true),
            Row(text: "Не даю згоди на публікацію цього листа.", flag: .isPublic, holds: false),
            Row(text: "Прошу не розголошувати моє прізвище.", flag: .confidential, holds: true),
            Row(text: "Прошу особисто прийняти мене.", flag: .personalReception, holds: true),
            Row(text: "Вже звертався до поліції.", flag: .repeated, holds: false),
            Row(text: "Вже звертався до вас у травні.", flag: .repeated, holds: true),
            Row(text: "Моя сусідка вже писала про це.", flag: .repeated, holds: false),
            Row(text: "Я вже писала про це.", flag: .repeated, holds: true),
            Row(text: "Двічі писала у фейсбук на вашу сторінку.", flag: .repeated, holds: false),
            Row(text: "Прошу терміново відновити воду.", flag: .urgent, holds: true),
            Row(text: "Звертаюсь до вас УДРУГЕ.", flag: .repeated, holds: true),
            Row(text: "Прошу не сообщать соседу мою фамилию.", flag: .confidential, holds: true),
            Row(text: "Мешканці зібрали 58 підписів під проханням оглянути вулицю.", flag: .collective, holds: false),
            Row(text: "Прошу підтвердити отримання.", flag: .ackRequested, holds: true),
            Row(text: "Мій син — учасник бойових дій.", flag: .priorityCategory, holds: false),
            Row(text: "Я учасник бойових дій, прошу допомогти.", flag: .priorityCategory, holds: true),
        ])
    func contraries(_ row: Row) {
        let facts = LetterReader.plain.read("\(row.text)\nІван Петренко, м. Озерськ, вул. Садова, 5", from: "ivan@mail.example")
        #expect(facts.flags.map(\.value).contains(row.flag) == row.holds, "\(facts.flags.map(\.reason))")
    }

    @Test(
        "How the answer is wanted",
        arguments: [
            ("Відповідь прошу надіслати електронною поштою.", "email"), ("Відповідь надішліть поштою.", "post"),
            ("Відповідь отримаю особисто.", "personally"), ("Прошу посадити дерева.", nil),
            ("Відповідь чекаю на пошту.", "email"), ("Ответ прошу прислать на эл. почту.", "email"),
            ("Відповідь можна надіслати на цю адресу.", "email"), ("Відповідь — на цю ж пошту.", "email"),
            ("Про рішення прошу повідомити засобами електронного зв’язку.", "email"),
            ("Прошу поінформувати мене листом на електронну адресу.", "email"), ("Пошту біля ринку закрито.", nil),
            ("Відповідь прошу надіслати на мою поштову адресу.", "post"),
        ] as [(String, String?)])
    func replyChannel(_ text: String, _ channel: String?) {
        #expect(LetterReader.plain.read("\(text)\nІван Петренко", from: "ivan@mail.example").replyChannel?.value == channel)
    }
}
