// SPDX-License-Identifier: Apache-2.0

/// The words by which bounces without machine-readable fields are known: families of phrases, not one rule per server.
///
/// All in lower case with single blanks. Each was met in letters of real servers or is their published translation.
enum BouncePhrases {
    /// Beginnings of subjects.
    static let subjects = [
        "undelivered", "undeliverable", "undeliverd", "mail delivery failed", "mail delivery failure", "mail delivery system",
        "mail delivery status", "mail failure", "mail system error", "mail could not be delivered",
        "delivery status notification",
        "delivery notification", "delivery failure", "delivery failed", "delivery has failed", "delivery report",
        "delivery status", "delivery error", "failure notice", "failed mail", "failure delivery", "returned mail",
        "returned to sender", "return mail", "warning: could not send", "warning: message", "message delivery has failed",
        "message delivery failure", "message undeliverable", "email delivery failure", "[postmaster]", "postmaster notify",
        "delayed mail", "delayed delivery", "message you sent blocked", "notice: mail delivery status",
        "there was an error sending your mail", "sorry, your message could not be delivered", "non-delivery report",
        "unzustellbar", "non remis", "non recapitabile",
        "недоставлен", "не доставлено", "повідомлення про недостав", "повідомлення про неможливість достав",
        "повідомлення не доставлено", "лист не доставлено", "ваше повідомлення не доставлено", "ваш лист не доставлено",
        "не вдалося доставити", "не вдається доставити", "неможливо доставити", "помилка доставки", "помилка доставлення",
        "збій доставки", "сповіщення про стан достав", "сповіщення про недостав", "звіт про достав", "затримка достав",
        "уведомление о недостав", "уведомление о невозможности достав", "сообщение не доставлено", "письмо не доставлено",
        "ваше сообщение не доставлено", "ваше письмо не доставлено", "не удалось доставить", "не удается доставить",
        "невозможно доставить", "сбой доставки", "ошибка доставки", "уведомление о состоянии достав", "отчет о достав",
        "задержка достав",
    ]

    /// Sentences nobody but a mail system writes.
    static let definite = octets([
        "this message was created automatically by mail delivery software", "could not be delivered to one or more",
        "not yet been delivered to one or more", "the following address(es) failed", "this is the qmail-send program",
        "i wasn't able to deliver your message", "we were unable to deliver your message", "this is the mail system at host",
        "this is the postfix program at host", "i'm sorry to have to inform you that", "had permanent fatal errors",
        "had permanent delivery errors", "had transient non-fatal errors", "had delivery errors", "had delivery problems",
        "transcript of session follows", "delivery to the following recipient", "delevery to the following recipient",
        "this is an automatically generated delivery status notification", "did not reach the following recipient",
        "delivery has failed to these recipients", "there was an error delivering your mail to",
        "an error has occurred while attempting to deliver a message", "a message is delayed for more than",
        "an error occurred while trying to deliver the mail", "unable to deliver message to", "could not be delivered to mobile",
        "was rejected by a remote mail server", "contained one or more recipient addresses that were incorrectly constructed",
        "an email that you attempted to send to the following address could not be delivered",
        "we had trouble delivering your message", "cannot be delivered to the following recipients",
        "error message below: 5", "body of message generated response", "permanent error in automatic homedir",
        "ваше письмо не может быть доставлено", "ваш лист не може бути доставлений одержувач",
        "送信できませんでした",
    ])

    /// Sentences people write as well: they count together with a subject or a recipient.
    static let general = octets([
        "your message wasn't delivered", "your message was not delivered", "was not delivered to", "undeliverable to ",
        "could not be delivered", "couldn't be delivered", "cannot be delivered", "can't be delivered", "problem delivering your",
        "unable to deliver", "undeliverable", "delivery failed", "delivery has failed", "user unknown", "mailbox full",
        "no such user", "mailbox unavailable", "recipient rejected", "address rejected", "message details",
        "не може бути доставлен", "не вдалося доставити", "не вдалось доставити", "не вдається доставити",
        "не було доставлен", "не доставлен", "неможливо доставити", "одержувача не знайдено", "скриньку переповнено",
        "не может быть доставлен", "не удалось доставить", "не удается доставить", "не было доставлен", "невозможно доставить",
        "получатель не найден", "ящик переполнен",
    ])

    /// Signs that the server still tries.
    static let delay = octets([
        "not yet been delivered", "has been delayed", "is delayed for more than", "warning message only",
        "this is a warning only",
        "will be retried", "still being retried", "gmail will retry", "only a temporary failure report",
        "delivery attempts will continue", "you do not need to resend your message", "will keep trying",
        "could not send message for past",
        "ще не доставлен", "доставку буде повторено", "спроби доставки тривають", "еще не доставлен",
        "попытки доставки будут продолж",
    ])

    /// Words right before the address of a recipient, in the same line.
    static let leadIns = octets([
        "delivering your mail to", "delivering your message to", "deliver your message to", "deliver message to",
        "deliver the message to", "undeliverable to", "delivered to", "rcpt to", "rejected recipient", "recipient address",
        "failed recipient", "recipient", "generated by", "доставлено", "доставлений", "адресату", "одержувачу", "одержувач",
        "отримувачу", "отримувач", "получателю", "получатель", "на адресу", "по адресу", "на адрес",
    ])

    /// Lines behind which the returned letter begins.
    static let returned = octets([
        "this is a copy of the message", "this is a copy of your message", "below this line is a copy of the message",
        "enclosed is a copy of the message", "- original message -", "the header of the original message",
        "message headers follow", "original message follows", "below is a copy of the original message",
        "unsent message follows", "copy of the message header", "original message headers", "original mail info",
        "content-type: message/rfc822", "content-type: text/rfc822-headers",
    ])

    private static func octets(_ phrases: [String]) -> [[UInt8]] { phrases.map { Array($0.utf8) } }
}

extension [UInt8] {
    /// Whether `phrase` occurs in `range`.
    func contains(_ phrase: [UInt8], in range: Range<Int>) -> Bool {
        guard let first = phrase.first, range.count >= phrase.count else { return false }
        var at = range.lowerBound
        let last = range.upperBound - phrase.count
        while at <= last {
            if self[at] == first, matches(phrase, at: at) { return true }
            at += 1
        }
        return false
    }

    private func matches(_ phrase: [UInt8], at start: Int) -> Bool {
        for offset in 1..<Swift.max(1, phrase.count) where self[start + offset] != phrase[offset] { return false }
        return true
    }
}
