// SPDX-License-Identifier: Apache-2.0
import MarkupText
package import Office

extension InterchangeRefusal {
    /// One sentence for the clerk, without a full stop.
    package func words(in language: Language) -> String {
        switch (self, language) {
        case (.xml(let error), .ukrainian): "рядок \(error.line): \(error.reason.ukrainian)"
        case (.xml(let error), .english): error.description
        case (.notAMessage(let root), .ukrainian): "це не повідомлення за наказом № 1207: кореневий елемент «\(root)»"
        case (.notAMessage(let root), .english): "this is no message of order No. 1207: the root element is “\(root)”"
        }
    }
}

extension XMLError.Reason {
    fileprivate var ukrainian: String {
        switch self {
        case .tooLarge(let limit): "документ довший за \(limit >> 20) МіБ"
        case .tooDeep(let limit): "глибина вкладення елементів перевищує \(limit)"
        case .tooManyAttributes(let limit): "елемент має понад \(limit) атрибутів"
        case .tooLongValue(let limit): "значення атрибута довше за \(limit >> 10) КіБ"
        case .tooManyNodes(let limit): "документ містить понад \(limit) елементів, атрибутів і фрагментів тексту"
        case .documentType: "документ містить оголошення DOCTYPE, яке не приймається"
        case .entity(let name): "документ посилається на сутність «\(name)», а сутності не приймаються"
        case .encoding(let name): "кодування «\(name)» не підтримується"
        case .notXML: "це не XML"
        case .cutShort(let element):
            element.isEmpty ? "документ обривається" : "документ обривається всередині елемента «\(element)»"
        case .malformed(let fault): "порушено правила XML: \(fault.ukrainian)"
        }
    }
}

extension XMLFault {
    fileprivate var ukrainian: String {
        switch self {
        case .markup: "розмітка не є ні тегом, ні коментарем"
        case .name: "недопустимі символи в імені"
        case .attribute: "атрибут без значення в лапках"
        case .repeatedAttribute: "атрибут указано двічі"
        case .lessThan: "знак «<» у значенні атрибута"
        case .reference: "знак «&», яким не починається посилання"
        case .endTag: "кінцевий тег не відповідає відкритому елементу"
        case .outsideRoot: "текст або другий елемент поза кореневим"
        case .comment: "коментар, розділ або інструкція без кінця"
        }
    }
}
