// SPDX-License-Identifier: Apache-2.0
import Office

/// The key `routes` of `staff.yaml`.
enum RouteKeys {
    static func read(_ root: SectionReader, _ people: [Person]) -> [RouteRule] {
        var earlier: [RouteRule] = []
        return root.list(
            "routes",
            SettingHelp(uk: "шляхи листів; діє перший, що підходить", en: "routes of letters; the first that matches counts")
        ) { section in
            let rule = rule(section, people)
            // A kind that could not be read must not pass for a route of all kinds.
            guard rule.kind != nil || !section.has("when") else { return rule }
            if earlier.contains(where: { $0.kind == nil || $0.kind == rule.kind }) {
                section.report(
                    nil, what: "an earlier route already takes these letters",
                    advice: "remove one of them, or put the narrower first")
            }
            earlier.append(rule)
            return rule
        }
    }

    private static func rule(_ section: SectionReader, _ people: [Person]) -> RouteRule {
        let kind = section.optionalSection(
            "when",
            SettingHelp(
                uk: "для яких листів; без цього ключа — для всіх інших", en: "for which letters; left out: for all others")
        ) { when in
            when.required("kind", .documentKind, SettingHelp(uk: "вид документа", en: "kind of document"))
        }
        return RouteRule(
            kind: kind.flatMap { $0.rawValue.isEmpty ? nil : $0 },
            review: section.required(
                "review", .participant(people), SettingHelp(uk: "хто накладає резолюцію", en: "who writes the resolution")),
            approvers: section.value(
                "approvers", .list(of: .participant(people)), default: [],
                SettingHelp(uk: "хто погоджує відповідь, один за одним", en: "who approves the answer, one after another")),
            signatory: section.required(
                "signatory", .participant(people), SettingHelp(uk: "хто підписує відповідь", en: "who signs the answer")),
            registration: section.value(
                "registration", .word(.reviewed), default: .reviewed,
                SettingHelp(
                    uk: "automatic — реєструвати одразу; reviewed — після перегляду реєстратором",
                    en: "automatic: register at once; reviewed: when a registrar accepts")),
            signing: section.value(
                "signing", .word(.desk), default: .desk,
                SettingHelp(
                    uk: "desk — підписувати й надсилати лише на робочому столі або командою; reply — також відповіддю на лист",
                    en: "desk: sign and send out at the desk or by a verb only; reply: by a reply to the request as well")))
    }
}

extension SettingForm where Value == RouteParticipant {
    /// A role somebody has, or the id of a person.
    static func participant(_ people: [Person]) -> Self {
        let roles = Role.allCases.map(\.rawValue)
        return SettingForm(type: "role or id of a person", standIn: .role(.official), shown: \.description) {
            text throws(Misfit) in
            if let role = Role(rawValue: text) {
                guard people.contains(where: { $0.roles.contains(role) }) else {
                    throw Misfit(what: "nobody has the role \(text)", advice: "give it to somebody in people")
                }
                return .role(role)
            }
            guard people.contains(where: { $0.id.rawValue == text }) else {
                throw Misfit(
                    what: "“\(text)” is neither a role nor a person",
                    advice: Suggestion.advice(
                        for: text, among: roles + people.map(\.id.rawValue),
                        otherwise: "roles are: " + roles.joined(separator: ", ")))
            }
            return .person(PersonID(rawValue: text))
        }
    }
}
