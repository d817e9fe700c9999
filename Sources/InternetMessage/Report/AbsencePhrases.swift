// SPDX-License-Identifier: Apache-2.0

/// Beginnings of subjects of absence notices, in lower case.
enum AbsencePhrases {
    /// Put before the subject of the letter answered, by programs.
    static let marks = [
        "automatic reply:", "auto reply:", "auto-reply:", "autoreply:", "autoresponse:", "auto response:", "auto-response:",
        "automatic response:", "out of office:", "out of office autoreply:", "out of office reply:", "out-of-office:",
        "vacation reply:", "away from my mail:", "[autoreply]", "[auto-reply]", "[auto reply]",
        "автовідповідь:", "автоматична відповідь:", "автоматичне повідомлення:", "[автовідповідь]",
        "автоответ:", "автоматический ответ:", "[автоответ]", "автоматическое сообщение:",
    ]

    /// What people themselves write as subject of their notice.
    static let words = [
        "automatic reply", "out of office", "out of the office", "i am out of", "i'm out of", "i am on vacation", "on vacation",
        "on holiday", "on leave", "автовідповідь", "автоматична відповідь", "я у відпустці", "я в відпустці", "у відпустці",
        "перебуваю у відпустці", "відпустка", "відсутній на робочому місці", "відсутня на робочому місці", "на лікарняному",
        "автоответ", "автоматический ответ", "я в отпуске", "в отпуске", "нахожусь в отпуске", "отпуск",
        "отсутствую на рабочем месте", "меня нет на рабочем месте", "вне офиса", "поза офісом",
    ]
}
