// SPDX-License-Identifier: Apache-2.0

/// Reads the payload of `Authentication-Results` by the letter of RFC 8601 §2.2. Each function is nil or false at the first departure.
struct AuthenticationResultsReader {
    private var lexer: StrictFieldLexer

    init(_ octets: [UInt8]) {
        lexer = StrictFieldLexer(octets)
    }

    /// `[CFWS] authserv-id [CFWS authres-version]`, up to the first semicolon.
    mutating func readServer() -> String? {
        guard lexer.skipComments() != nil, let server = lexer.readValue(), !server.isEmpty else { return nil }
        guard let hasSpace = lexer.skipComments() else { return nil }
        if hasSpace, lexer.current?.isDigit == true {
            guard lexer.readDigits() == "1", lexer.skipComments() != nil else { return nil }
        }
        return lexer.current == 0x3B ? server : nil
    }

    /// `no-result` or one or more results, to the end of the field.
    mutating func readResults() -> [AuthenticationResults.Result]? {
        var results: [AuthenticationResults.Result] = []
        var count = 0
        while !lexer.isAtEnd {
            guard lexer.take(0x3B), lexer.skipComments() != nil, let method = lexer.readKeyword() else { return nil }
            guard lexer.skipComments() != nil else { return nil }
            if method == "none", count == 0, lexer.isAtEnd { return [] }
            count += 1
            guard count <= AuthenticationResults.maximumResults else { return nil }
            guard let (result, isKnownVersion) = readResult(method) else { return nil }
            if isKnownVersion { results.append(result) }
        }
        return count > 0 ? results : nil
    }

    /// What follows the method's name, up to the next semicolon or the end.
    private mutating func readResult(_ method: String) -> (AuthenticationResults.Result, isKnownVersion: Bool)? {
        var version = "1"
        if lexer.take(0x2F) {
            guard lexer.skipComments() != nil, let digits = lexer.readDigits(), lexer.skipComments() != nil else { return nil }
            version = digits
        }
        guard lexer.take(0x3D), lexer.skipComments() != nil, let result = lexer.readKeyword() else { return nil }
        guard var hasSpace = lexer.skipComments() else { return nil }
        var reason: String?
        var properties: [AuthenticationResults.Property] = []
        while !lexer.isAtEnd, lexer.current != 0x3B {
            // Without a blank or comment between them two specifications would be told apart by guessing.
            guard hasSpace, let name = lexer.readKeyword(), lexer.skipComments() != nil else { return nil }
            if name == "reason", lexer.current == 0x3D {
                guard reason == nil, properties.isEmpty, lexer.take(0x3D), lexer.skipComments() != nil else { return nil }
                guard let value = lexer.readValue() else { return nil }
                reason = value
            } else {
                guard let property = readProperty(name) else { return nil }
                properties.append(property)
            }
            guard let space = lexer.skipComments() else { return nil }
            hasSpace = space
        }
        let found = AuthenticationResults.Result(method: method, result: result, reason: reason, properties: properties)
        return (found, version == "1")
    }

    /// `.property=pvalue` behind the ptype.
    private mutating func readProperty(_ type: String) -> AuthenticationResults.Property? {
        guard lexer.take(0x2E), lexer.skipComments() != nil, let name = lexer.readKeyword() else { return nil }
        guard lexer.skipComments() != nil, lexer.take(0x3D), lexer.skipComments() != nil else { return nil }
        guard let value = lexer.readPropertyValue() else { return nil }
        return AuthenticationResults.Property(type: type, name: name, value: value)
    }
}
