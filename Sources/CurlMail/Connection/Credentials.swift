// SPDX-License-Identifier: Apache-2.0

/// How we prove who we are to a mail server. Its description never holds the secret.
package enum Credentials: Hashable, Sendable {
    /// No login: a relay that trusts our address.
    case none
    /// SASL PLAIN or LOGIN, whichever the server has.
    case password(user: String, password: String)
    /// An OAuth 2.0 access token, by OAUTHBEARER or XOAUTH2, whichever the server has.
    case bearer(user: String, token: String)
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        switch self {
        case .none: "no login"
        case .password: "a password"
        case .bearer: "an access token"
        }
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
