// SPDX-License-Identifier: Apache-2.0

extension InterchangeMessage {
    /// `DocTransfer`.
    package struct File: Hashable, Sendable {
        /// The sender's own key of the file, which signatures name.
        package var id: String
        /// `@description`: a name, with or without its ending.
        package var description: String
        /// `@type`: the ending, without the dot.
        package var type: String
        package var typeVersion: String?
        package var operatingSystem: String?
        package var characterSet: String?
        package var content: Content

        package init(id: String, description: String, type: String, content: Content) {
            self.id = id
            self.description = description
            self.type = type
            self.content = content
        }

        /// A name fit for a folder: the description with its ending; no separators of paths, no control characters, at most 200
        /// characters; «файл» where nothing is left.
        package var name: String {
            let ending = Self.sound(type).drop { $0 == "." }
            let whole = Self.sound(description).trimmingPrefix { $0 == "." || $0 == " " }
            let isEnded = ending.isEmpty || whole.lowercased().hasSuffix("." + ending.lowercased())
            let base = isEnded && !ending.isEmpty ? whole.dropLast(ending.count + 1) : whole
            let kept = base.isEmpty ? "файл" : String(base.prefix(180))
            return ending.isEmpty ? kept : "\(kept).\(isEnded ? whole.suffix(ending.count).prefix(20) : ending.prefix(20))"
        }

        private static func sound(_ text: String) -> String {
            let forbidden: Set<Character> = ["/", "\\", ":"]
            let kept = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
            return String(
                kept.filter { character in
                    !forbidden.contains(character) && character.unicodeScalars.allSatisfy { !$0.properties.isControl }
                })
        }
    }

    /// `AddDocuments/Folder`.
    package struct Folder: Hashable, Sendable {
        /// `@add_type`; 1, 2 and 5 are allowed by the schema and explained nowhere.
        package enum Kind: Int, Hashable, Sendable, CaseIterable {
            case annexes = 0
            case unexplained1 = 1
            case unexplained2 = 2
            /// Takes the place of the document sent before.
            case replacement = 3
            case supplement = 4
            case unexplained5 = 5
        }

        package var kind: Kind?
        package var files: [File] = []
        package var notes: [String] = []
        package var documents: [DocumentLink] = []

        package init(_ kind: Kind?) { self.kind = kind }
    }

    /// `Folder/Document`: a document named, not enclosed.
    package struct DocumentLink: Hashable, Sendable {
        package var id: String
        package var kind: String?
        package var title: String?
        package var annotation: String?
        package var purpose: Purpose?
        package var type = 0
        package var number: RegistrationNumber?

        package init(id: String, purpose: Purpose?) {
            self.id = id
            self.purpose = purpose
        }
    }
}

extension Unicode.Scalar.Properties {
    /// Characters that order and hide what is written, as well as those of teletypes.
    fileprivate var isControl: Bool { generalCategory == .control || generalCategory == .format }
}
