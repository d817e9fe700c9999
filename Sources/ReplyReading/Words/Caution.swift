// SPDX-License-Identifier: Apache-2.0

/// Signs that a reply means less, or something else, than its first line says.
enum Caution {
    /// Beginnings of words that speak of a remark, a condition or an order, wherever they stand.
    private static let stems = [
        "зауваж", "виправ", "уточн", "доопрац", "перероб", "замін", "змін", "прибер", "прибра", "видал", "додай", "допиш",
        "поверта", "поверн",
        "погодж", "непогодж", "заперечу", "відхил", "сумнів", "помил", "невірн", "неправильн", "недійсн", "скасов", "скасу",
        "відклик", "анульов", "ігнор", "зачекай", "стоп", "замечан", "исправ", "доработ",
        "соглас",
        "возвра", "correct", "chang", "fix", "remark", "approv", "reject", "return", "wrong", "mistake", "cancel", "ignore",
        "wait",
    ]
    private static let words: Set<String> = [
        "але", "проте", "однак", "хоча", "зате", "втім", "крім", "окрім", "якщо", "якби", "умови", "умовою", "лише", "тільки",
        "слід", "треба",
        "потрібно", "необхідно", "варто", "прошу", "чи", "ні", "бракує", "немає", "частково", "но", "если", "однако", "кроме",
        "только",
        "нужно", "надо", "прошу", "нет", "but", "however", "if", "unless", "except", "only", "provided", "please", "should",
        "must",
        "not", "no", "ps", "постскриптум",
    ]
    /// A notice of confidentiality that mail servers add says «якщо Ви не є адресатом» to everybody.
    private static let disclaimer = [
        "адресат", "отримувач", "одержувач", "конфіденц", "друку", "довкілл", "recipient", "confidential", "получател",
        "конфиденц",
        "печат", "environment", "помилково",
    ]

    /// Whether a line below a decision could change it. Names, posts, phones and addresses could not.
    static func isRaised(by line: Words) -> Bool {
        let folded = line.folded
        let isDisclaimer = folded.contains { word in disclaimer.contains { word.hasPrefix($0) } }
        if isDisclaimer { return false }
        if line.characters.contains("?") { return true }
        if folded.count >= 2, folded[0] == "p" || folded[0] == "п", folded[1] == "s" || folded[1] == "с" { return true }
        return folded.contains { word in
            words.contains(word) || stems.contains { word.hasPrefix($0) } || OrderWords.isOrder(word)
        }
    }
}

/// Words in which an order is given.
enum OrderWords {
    private static let nouns: Set<String> = [
        "мети", "діти", "сети", "таблети", "паті", "гості", "пам'яті", "гарантій", "статті", "освіті", "участі",
    ]
    private static let others: Set<String> = [
        "прошу", "подготовить", "рассмотреть", "ответить", "разобраться", "доложить", "обеспечить", "предоставить", "проверить",
        "організувати", "підготуй", "розглянь", "надай", "перевір", "опрацюй", "please", "prepare", "consider", "reply", "check",
    ]

    /// An infinitive («підготувати») or an imperative («підготуйте», «візьміть»).
    static func isOrder(_ word: String) -> Bool {
        if others.contains(word) { return true }
        guard word.count > 4, !nouns.contains(word) else { return false }
        return ["ти", "тися", "тись", "йте", "ьте", "чте", "жте", "шіть", "міть", "діть", "ріть", "жіть", "йтесь", "йтеся"]
            .contains { word.hasSuffix($0) }
    }
}
