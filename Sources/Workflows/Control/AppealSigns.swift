// SPDX-License-Identifier: Apache-2.0
import LetterReading
import Office
import OfficeStore

/// What is known for sure of an appeal, in the words of `when` in `classifier.yaml`.
enum AppealSigns {
    static func signs(of card: Card, _ sheet: FactSheet?) -> Set<String> {
        var signs: Set<String> = []
        // A kind a registrar has accepted is as good as one read for sure.
        if let kind = card.kind, sheet?.isKindCertain ?? true || card.registrationIndex != nil { signs.insert("kind \(kind)") }
        signs.insert("state \(card.state.rawValue)")
        guard let sheet else { return signs }
        signs.formUnion(sheet.flags.map { "flag \($0)" })
        if sheet.viaAuthority != nil { signs.insert("relayed") }
        guard let applicant = sheet.applicant else { return signs }
        if let category = applicant.category { signs.insert("category \(category)") }
        if !sheet.flags.contains(LetterFlag.collective.rawValue), let sex = applicant.name.flatMap(sex) { signs.insert(sex) }
        return signs
    }

    /// By the patronymic, which tells for certain; nil for a name without one.
    static func sex(of name: String) -> String? {
        let words = name.lowercased().split(separator: " ")
        guard words.count >= 3, let patronymic = words.last else { return nil }
        if patronymic.hasSuffix("івна") || patronymic.hasSuffix("ївна") { return "female" }
        return patronymic.hasSuffix("ич") ? "male" : nil
    }
}
