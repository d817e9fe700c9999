// SPDX-License-Identifier: Apache-2.0

/// One `Authentication-Results` field (RFC 8601 §2.2), read strictly: a field that is not by the grammar is none at all.
///
/// Says only what the field says. Whether its writer is to be believed is for the reader of the letter to decide.
package struct AuthenticationResults: Hashable, Sendable {
    /// `ptype.property=pvalue`.
    package struct Property: Hashable, Sendable {
        /// Lower case: `header`, `smtp`, `policy`, `body`.
        package let type: String
        /// Lower case: `d`, `from`, `mailfrom`.
        package let name: String
        /// As written, quotes and their escapes undone; an addr-spec, a domain with or without `@`, or any other value.
        package let value: String
    }

    /// What one method found.
    package struct Result: Hashable, Sendable {
        /// Lower case: `spf`, `dkim`, `dmarc`.
        package let method: String
        /// Lower case: `pass`, `fail`, `none`.
        package let result: String
        /// The free text of `reason=`, decoded as a value, not as comment.
        package let reason: String?
        /// In order, repeated ones included.
        package let properties: [Property]

        /// The value of the first property of that type and name, which are compared in any case.
        package func property(_ type: String, _ name: String) -> String? {
            let (type, name) = (type.lowercased(), name.lowercased())
            for property in properties where property.type == type && property.name == name { return property.value }
            return nil
        }
    }

    /// Octets of a field body read, at most; a longer one is no field at all.
    package static let maximumOctets = 16 << 10
    /// Results in one field, at most; a field with more is none at all.
    package static let maximumResults = 100

    /// The authserv-id as written: which server says so. To be compared in any case.
    package let authenticationServer: String
    /// In order; empty for `none`. Results of a method version other than 1 are left out (RFC 8601 §2.2).
    package let results: [Result]

    /// Reads a field body, folded or not, without the line end behind it.
    ///
    /// Nil for whatever the grammar of RFC 8601 §2.2 does not derive, for octets that are not UTF-8, for control characters, for a
    /// version other than 1, and beyond the limits. Text in comments and quoted strings never becomes a result.
    package init?(fieldBody: [UInt8]) {
        guard fieldBody.count <= Self.maximumOctets, UTF8Check.isValid(fieldBody.span) else { return nil }
        var reader = AuthenticationResultsReader(fieldBody)
        guard let server = reader.readServer(), let results = reader.readResults() else { return nil }
        authenticationServer = server
        self.results = results
    }
}
