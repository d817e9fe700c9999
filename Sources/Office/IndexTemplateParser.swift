// SPDX-License-Identifier: Apache-2.0

/// Cuts the text of an ``IndexTemplate`` into its pieces.
struct IndexTemplateParser {
    private let characters: [Character]
    private var position = 0
    private var found: [IndexTemplate.Piece] = []
    private var hasNumber = false

    init(_ text: String) { characters = Array(text) }

    mutating func pieces() throws(IndexTemplateError) -> [IndexTemplate.Piece] {
        guard !characters.isEmpty else { throw error(.empty) }
        var text = ""
        while position < characters.count {
            let character = characters[position]
            guard character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
                throw error(.controlCharacter)
            }
            switch character {
            case "}": throw error(.strayBrace)
            case "{":
                if !text.isEmpty { found.append(.text(text)) }
                text = ""
                try readField()
            default:
                text.append(character)
                position += 1
            }
        }
        if !text.isEmpty { found.append(.text(text)) }
        guard hasNumber else { throw error(.noNumber) }
        return found
    }

    private mutating func readField() throws(IndexTemplateError) {
        guard let length = characters[position...].firstIndex(of: "}").map({ $0 - position - 1 }) else {
            throw error(.unclosedField)
        }
        let name = String(characters[position + 1..<position + 1 + length])
        let piece = try piece(named: name)
        // The year has a fixed width and letters are no digits: only what may end or begin in a digit of any number counts.
        if let last = found.last, isNumber(last) != isNumber(piece), blurs(last) || blurs(piece) {
            throw error(.numberTouchesField)
        }
        found.append(piece)
        position += length + 2
    }

    private mutating func piece(named name: String) throws(IndexTemplateError) -> IndexTemplate.Piece {
        if let field = IndexTemplate.Field(rawValue: name) { return .field(field) }
        guard name == "n" || name.hasPrefix("n:") else { throw error(.unknownField(name)) }
        guard !hasNumber else { throw error(.secondNumber) }
        hasNumber = true
        guard name != "n" else { return .number(width: 0) }
        let width = name.dropFirst(2)
        guard width.count == 2, width.first == "0", let digits = Int(width), digits > 0 else {
            throw error(.badWidth(String(width)))
        }
        return .number(width: digits)
    }

    private func isNumber(_ piece: IndexTemplate.Piece) -> Bool {
        if case .number = piece { true } else { false }
    }

    private func blurs(_ piece: IndexTemplate.Piece) -> Bool {
        switch piece {
        case .field(.case), .field(.unit): true
        case .text, .number, .field: false
        }
    }

    private func error(_ mistake: IndexTemplateError.Mistake) -> IndexTemplateError {
        IndexTemplateError(mistake: mistake, offset: position)
    }
}
