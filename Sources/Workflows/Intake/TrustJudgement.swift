// SPDX-License-Identifier: Apache-2.0
package import InternetMessage
package import Office

/// Decides how far a letter's sender is proven, from the `Authentication-Results` of the council's own server only (RFC 8601 §5).
///
/// A field counts when it names a configured authserv-id and stands above the trace of the server that took the letter from
/// outside: that server puts its own fields on top, and whatever the sender wrote lies below. Nothing else proves anybody.
package struct TrustJudgement: Sendable {
    private let servers: Set<String>

    /// - Parameter servers: authserv-ids of the council's servers, in any case; empty proves nobody.
    package init(servers: [String]) {
        self.servers = Set(servers.map { $0.lowercased() })
    }

    /// The trust a letter deserves by its header.
    package func trust(in header: HeaderSection, from: [Address], of octets: Span<UInt8>) -> TrustLevel {
        // Several senders, or a group, is how one name is shown and another proven.
        guard !servers.isEmpty, header.all("From", in: octets).count == 1, from.count == 1, from[0].group == nil,
            let domain = from[0].domain
        else { return .unverified }
        var isProven = false
        for result in trustedResults(in: header, of: octets) {
            switch verdict(of: result, for: domain, from[0].addrSpec ?? "") {
            case .proven: isProven = true
            case .refuted: return .unverified
            case .silent: continue
            }
        }
        return isProven ? .domainProven : .unverified
    }

    private enum Verdict { case proven, refuted, silent }

    /// Results of the configured servers above the first trace field that another host's letter could have brought along.
    private func trustedResults(in header: HeaderSection, of octets: Span<UInt8>) -> [AuthenticationResults.Result] {
        var results: [AuthenticationResults.Result] = []
        for field in header.fields {
            let name = String(decoding: octets.copy(field.name), as: UTF8.self).lowercased()
            if name == "received" {
                // Delivery by LMTP (RFC 3848) is a hop inside the house and passed over; any other hop ends the search. The name
                // behind `from` tells nothing: it is what the client called itself, and a forger calls himself by our name.
                let received = ReceivedField(fieldBody: octets.copy(field.body))
                guard received.with?.uppercased().hasPrefix("LMTP") == true else { break }
            } else if name == "authentication-results",
                let read = AuthenticationResults(fieldBody: octets.copy(field.body)),
                servers.contains(read.authenticationServer.lowercased())
            {
                results += read.results
            }
        }
        return results
    }

    private func verdict(of result: AuthenticationResults.Result, for domain: String, _ address: String) -> Verdict {
        switch result.method {
        case "dmarc":
            guard let checked = result.property("header", "from")?.lowercased() else { return .silent }
            let isSame = checked == domain || checked.hasSuffix("@" + domain)
            if result.result == "pass" { return isSame ? .proven : .silent }
            return result.result == "fail" && isSame ? .refuted : .silent
        case "dkim":
            guard result.result == "pass", let signer = result.property("header", "d")?.lowercased() else { return .silent }
            return Self.isAligned(domain, with: signer) ? .proven : .silent
        case "auth":
            // Handed in by its own writer, signed in to the server (RFC 8601 §2.7.4): letters inside the house have no other proof.
            let account = result.property("smtp", "auth")?.lowercased()
            return result.result == "pass" && !address.isEmpty && account == address.lowercased() ? .proven : .silent
        default:
            return .silent
        }
    }

    /// The sender's domain is the signer's or lies below it. A signer of one label (`ua`) proves nobody.
    static func isAligned(_ domain: String, with signer: String) -> Bool {
        signer.split(separator: ".").count >= 2 && (domain == signer || domain.hasSuffix("." + signer))
    }
}
