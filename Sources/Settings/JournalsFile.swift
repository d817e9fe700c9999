// SPDX-License-Identifier: Apache-2.0
import Office

/// The file `journals.yaml`.
enum JournalsFile {
    static func read(_ root: SectionReader) -> JournalList {
        var seen: [JournalCode] = []
        var kinds: [DocumentKind: JournalCode] = [:]
        let journals = root.list(
            "journals", isRequired: true,
            SettingHelp(
                uk: "журнали реєстрації; нумерація в кожному з 1 щороку",
                en: "registration journals; numbers begin at 1 each year")
        ) { section in
            let journal = journal(section)
            if seen.contains(journal.code) && !journal.code.rawValue.isEmpty {
                section.report(
                    "code", what: "the journal “\(journal.code)” is already there", advice: "give each journal its own code")
            }
            seen.append(journal.code)
            for kind in journal.kindPrefixes.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
                if let other = kinds[kind] {
                    section.report(
                        "kinds", what: "\(kind) already goes to the journal “\(other)”",
                        advice: "name each kind in one journal only")
                }
                kinds[kind] = journal.code
            }
            return journal
        }
        if !journals.isEmpty, !seen.contains(.incoming) {
            root.report(
                "journals", what: "there is no journal “incoming”",
                advice: "add it: letters of no known kind are registered there")
        }
        return JournalList(journals)
    }

    private static func journal(_ section: SectionReader) -> Journal {
        let codeText = section.required(
            "code", .identifier,
            SettingHelp(
                uk:
                    "код журналу (incoming, outgoing, citizens, information, deputies, internal…); не змінюйте його після запуску",
                en:
                    "code of the journal (incoming, outgoing, citizens, information, deputies, internal…); do not change it once in use"
            ))
        let name = section.required("name", .text(), SettingHelp(uk: "назва журналу", en: "name of the journal, in Ukrainian"))
        let index = section.required(
            "index", .indexTemplate,
            SettingHelp(
                uk: "шаблон реєстраційного індексу з полями {n} {n:04} {case} {letter} {unit} {yy} {yyyy} {kindPrefix}",
                en:
                    "template of the registration index with the fields {n} {n:04} {case} {letter} {unit} {yy} {yyyy} {kindPrefix}"
            ))
        let caseFile = section.optional(
            "case", .text("index of a case file in quotation marks", maximumLength: 40),
            SettingHelp(
                uk: "індекс справи за номенклатурою, у лапках",
                en: "index of the case file by the list of files, in quotation marks"))
        let kinds = section.value(
            "kinds", .kindPrefixes, default: [:],
            SettingHelp(
                uk: "види документів, що реєструються тут, і префікс кожного для {kindPrefix}: {MP_REQUEST: ДЗ}",
                en: "kinds of documents registered here, and the prefix of each for {kindPrefix}: {MP_REQUEST: ДЗ}"))
        let template = index ?? .number
        if template.fields.contains(.case) && !section.has("case") {
            section.report(
                nil, what: "the key “case” is missing, and the index has {case}", advice: "write the index of the case file")
        }
        if template.fields.contains(.kindPrefix), kinds.isEmpty ? !section.has("kinds") : kinds.values.contains("") {
            section.report(
                section.has("kinds") ? "kinds" : nil, what: "the index has {kindPrefix}, and not every kind has a prefix",
                advice: "write kinds with a prefix each: {MP_REQUEST: ДЗ}")
        }
        return Journal(
            code: JournalCode(rawValue: codeText), name: name, index: template, caseFile: caseFile ?? "", kindPrefixes: kinds)
    }
}

extension SettingForm where Value == IndexTemplate? {
    static var indexTemplate: Self {
        SettingForm(type: "template with {n}", standIn: nil, shown: { $0?.description ?? "" }) { text throws(Misfit) in
            do throws(IndexTemplateError) {
                return try IndexTemplate(text)
            } catch {
                let fields = ["n"] + IndexTemplate.Field.allCases.map(\.rawValue)
                if case .unknownField(let name) = error.mistake {
                    throw Misfit(what: "\(error)", advice: Suggestion.advice(for: name, among: fields))
                }
                throw Misfit(what: "\(error)", advice: "write it like {n}/{case}")
            }
        }
    }
}

extension SettingForm where Value == [DocumentKind: String] {
    /// `[KIND, …]`, or `{KIND: PREFIX, …}`.
    static var kindPrefixes: Self {
        SettingForm(type: "[KIND, …] | {KIND: PREFIX, …}", standIn: [:], shown: shown) { node throws(Misfit) in
            var prefixes: [DocumentKind: String] = [:]
            switch node.content {
            case .list:
                for kind in try SettingForm<[DocumentKind]>.list(of: .documentKind).read(node) { prefixes[kind] = "" }
            case .mapping(let entries):
                for entry in entries {
                    let key = ConfigNode(place: entry.keyPlace, content: .scalar(entry.key, isPlain: true))
                    guard case .scalar(let prefix, _) = entry.value.content else {
                        throw Misfit(what: "\(entry.key) has no prefix", advice: "write one", place: entry.keyPlace)
                    }
                    do throws(Misfit) {
                        prefixes[try SettingForm<DocumentKind>.documentKind.read(key)] = prefix
                    } catch {
                        throw Misfit(what: error.what, advice: error.advice, place: entry.keyPlace)
                    }
                }
            case .scalar:
                throw Misfit(what: "one value stands where several belong", advice: "write [KIND, …] or {KIND: PREFIX, …}")
            }
            return prefixes
        }
    }

    private static func shown(_ prefixes: [DocumentKind: String]) -> ShownValue {
        let sorted = prefixes.sorted { $0.key.rawValue < $1.key.rawValue }
        if sorted.allSatisfy({ $0.value.isEmpty }) { return .list(sorted.map { .scalar($0.key.rawValue) }) }
        return .mapping(sorted.map { ShownValue.Entry(key: $0.key.rawValue, value: .scalar($0.value), isDefault: false) })
    }
}

extension SettingForm where Value == DocumentKind {
    /// A kind this version knows.
    static var documentKind: Self {
        .reference(
            to: "kind of document", among: DocumentKind.known.map(\.kind.rawValue), standIn: DocumentKind(rawValue: ""),
            shown: \.rawValue
        ) { DocumentKind(rawValue: $0) }
    }
}
