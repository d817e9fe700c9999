// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Issues OAuth 2.0 access tokens (JWT with HS256, RFC 7519) that a Dovecot of the tests validates by itself: no identity provider.
package struct TestTokenIssuer: Sendable {
    /// For `auth_mechanisms`.
    package enum Mechanism: String, Sendable, CaseIterable {
        case oauthBearer = "oauthbearer"
        case xoauth2
    }

    private static let key = "key of one test"
    private let folder: ServerFolder
    private let settings: String

    /// Writes key and settings below the server's folder.
    package init(in folder: ServerFolder) throws {
        self.folder = folder
        // As Dovecot looks for it: the issuer's `azp`, the algorithm, the key's name.
        try folder.folder("keys/default/HS256")
        try folder.write(Data(Self.key.utf8).base64EncodedString(), to: "keys/default/HS256/default")
        settings = try folder.write(
            """
            introspection_mode = local
            local_validation_key_dict = fs:posix:prefix=\(folder.path)/keys/
            username_attribute = email

            """, to: "oauth2.conf")
    }

    /// The block of Dovecot's configuration that takes the tokens.
    package var passdb: String {
        """
        passdb {
          driver = oauth2
          mechanisms = \(Mechanism.allCases.map(\.rawValue).joined(separator: " "))
          args = \(settings)
        }
        """
    }

    /// A token for a user, good for so many seconds from now; one that has ended when negative.
    package func token(for user: String, seconds: Int = 3_600) throws -> String {
        let now = Int(Date.now.timeIntervalSince1970)
        let head = Self.base64URL(Data(#"{"alg":"HS256","typ":"JWT","kid":"default"}"#.utf8))
        let claims = #"{"sub":"\#(user)","email":"\#(user)","iat":\#(now - 1),"exp":\#(now + seconds)}"#
        let signed = "\(head).\(Self.base64URL(Data(claims.utf8)))"
        return "\(signed).\(Self.base64URL(try mac(of: signed)))"
    }

    private func mac(of text: String) throws -> Data {
        guard let openssl = TestAuthority.program else { throw ServerFailure("openssl is not installed") }
        let file = try folder.write(text, to: "token")
        let words = try ServerProcess.run(openssl, ["dgst", "-sha256", "-hmac", Self.key, "-r", file])
        let digits = Array(words.prefix { $0.isHexDigit })
        return Data(stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) })
    }

    private static func base64URL(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
