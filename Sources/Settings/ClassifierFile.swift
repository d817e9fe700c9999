// SPDX-License-Identifier: Apache-2.0
package import Office
import OfficeCalendar

/// The file `classifier.yaml`.
package enum ClassifierFile {
    /// Reads and checks it.
    /// - Throws: every mistake at once.
    package static func load(path: String, files: FileSource = .system) throws(ConfigError) -> AppealClassifier {
        let reader = ConfigReader(path: path, environment: [:], files: files, readsSecrets: false)
        let (classifier, _) = reader.file(path, name: "classifier.yaml", namedAt: nil) { read($0) }
        guard reader.problems.isEmpty else { throw ConfigError(problems: reader.problems) }
        return classifier
    }

    static func read(_ root: SectionReader) -> AppealClassifier {
        var codes: Set<String> = []
        func once(_ code: String, _ section: SectionReader) {
            guard !code.isEmpty, !codes.insert(code).inserted else { return }
            section.report("code", what: "the code “\(code)” is already there", advice: "give each row its own code")
        }
        let parts = root.list(
            "parts", isRequired: true,
            SettingHelp(uk: "розділи класифікатора звернень", en: "parts of the classifier of appeals")
        ) { section in
            let code = section.required("code", code, SettingHelp(uk: "номер розділу", en: "number of the part"))
            once(code, section)
            let name = NameKeys.read(section)
            let isSingle = section.value(
                "single", .flag, default: false, SettingHelp(uk: "лише одне значення", en: "one value of it only"))
            let values = section.list(
                "values", isRequired: true, SettingHelp(uk: "значення розділу", en: "values of the part")
            ) { section in
                let value = value(section)
                once(value.code, section)
                return value
            }
            return AppealClassifier.Part(code: code, name: name, isSingle: isSingle, values: values)
        }
        return AppealClassifier(parts)
    }

    private static var code: SettingForm<String> { .text("code in quotation marks, such as \"3.3\"", maximumLength: 20) }

    private static func value(_ section: SectionReader) -> AppealClassifier.Value {
        let code = section.required("code", code, SettingHelp(uk: "код значення", en: "code of the value"))
        let name = NameKeys.read(section)
        let when = section.value(
            "when", .list(of: .text("sign")), default: [],
            SettingHelp(uk: "за якими ознаками пропонувати", en: "signs it is proposed by"))
        for sign in when where !isKnown(sign) {
            section.report(
                "when", what: "“\(sign)” is no sign",
                advice: "these are: " + plainSigns.joined(separator: ", ") + "; and " + signsWithWord.joined(separator: ", ")
                    + " with a word")
        }
        return AppealClassifier.Value(code: code, name: name, when: when)
    }

    private static let plainSigns = [AppealClassifier.otherwise, "relayed", "male", "female"]
    private static let signsWithWord = ["kind", "flag", "category", "state"]

    private static func isKnown(_ sign: String) -> Bool {
        let words = sign.split(separator: " ", maxSplits: 1)
        return plainSigns.contains(sign) || words.count == 2 && signsWithWord.contains(String(words[0]))
    }
}
