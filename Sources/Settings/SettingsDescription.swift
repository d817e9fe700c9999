// SPDX-License-Identifier: Apache-2.0
package import Office

extension Settings {
    /// Every key with its type, default and help, as text for a person; lines of any length.
    /// - Parameter languages: of the help, in this order.
    package static func describe(in languages: [Language] = Language.allCases) -> String {
        var text = ""
        var file = ""
        for declaration in declarations() {
            if declaration.file != file {
                text += (text.isEmpty ? "" : "\n") + "# \(declaration.file)\n"
                file = declaration.file
            }
            text += "\n" + describe(declaration, languages)
        }
        return text
    }

    private static func describe(_ declaration: SettingDeclaration, _ languages: [Language]) -> String {
        let presence =
            switch declaration.presence {
            case .required: "required"
            case .optional: "optional"
            case .byDefault(let value): "default: \(value)"
            }
        let help = languages.map { language in
            switch language {
            case .ukrainian: "    \(declaration.help.ukrainian)\n"
            case .english: "    \(declaration.help.english)\n"
            }
        }
        return "\(declaration.path)  (\(declaration.type); \(presence))\n" + help.joined()
    }
}
