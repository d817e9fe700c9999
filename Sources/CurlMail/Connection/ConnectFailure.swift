// SPDX-License-Identifier: Apache-2.0
import CCurl
import MailTransport

/// Says in words what kept a connection from being made.
struct ConnectFailure {
    let server: MailServer
    let code: CURLcode
    /// libcurl's error text; empty for a refused login.
    let detail: String
    /// The peer's last words before the failure.
    let lastWords: String

    var error: MailError {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            make(
                .unknownHost, "connect",
                "Check the spelling of \"\(server.host)\" in the configuration and that this machine's name resolution works.",
                transient: true)
        case CURLE_COULDNT_CONNECT:
            make(
                .cannotConnect, "connect",
                "Check that the mail server is running and that port \(server.port) is right and not closed by a firewall.",
                transient: true)
        case CURLE_OPERATION_TIMEDOUT:
            make(
                .timedOut, "connect",
                "The server did not answer in time; check port \(server.port), the firewall, and the load of the server.",
                transient: true)
        case CURLE_ABORTED_BY_CALLBACK:
            make(.cancelled, "connect", "Nothing to do: the program is stopping.", transient: true)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CRL_BADFILE:
            make(.certificateRefused, "check the certificate", certificateAdvice, transient: false)
        case CURLE_SSL_CACERT_BADFILE:
            make(
                .certificateRefused, "read the CA file",
                "Check that \(server.caFile ?? "the system's certificate store") exists, is readable and holds PEM certificates.",
                transient: false)
        case CURLE_USE_SSL_FAILED:
            make(
                .encryptionRefused, "STARTTLS",
                "The server does not offer STARTTLS here and nothing is sent unprotected; use \(server.scheme.rawValue)s:// or repair the server.",
                transient: false)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_CIPHER:
            make(
                .encryptionRefused, "TLS handshake",
                "Check that port \(server.port) speaks TLS from the first octet; if it does not, use the scheme without the last \"s\".",
                transient: false)
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR:
            loginRefused
        case CURLE_WEIRD_SERVER_REPLY, CURLE_FTP_ACCEPT_TIMEOUT, CURLE_REMOTE_ACCESS_DENIED:
            make(.refused, "greeting", "The server turned the connection away; it is tried again later.", transient: true)
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_NOT_BUILT_IN, CURLE_UNKNOWN_OPTION:
            make(
                .unsupported, "connect", "libcurl on this machine cannot do this; install libcurl 7.86 or later with TLS.",
                transient: false)
        default:
            make(.connectionLost, "connect", "The connection broke off; it is tried again later.", transient: true)
        }
    }

    private var loginRefused: MailError {
        let upper = lastWords.uppercased()
        let isOutage = ["[UNAVAILABLE]", "[INUSE]", "[SERVERBUG]"].contains { upper.contains($0) } || upper.hasPrefix("4")
        return make(
            .loginRefused, "log in",
            isOutage
                ? "The server cannot check passwords at the moment; it is tried again later."
                : "Check the user name and the password (or token) in the configuration, and that the account may log in this way.",
            transient: isOutage)
    }

    private var certificateAdvice: String {
        let text = detail.lowercased()
        if text.contains("expired") {
            return "The server's certificate has expired: ask its administrator to renew it. Checks cannot be turned off."
        }
        if text.contains("not yet valid") {
            return "The server's certificate is not valid yet: check the clock of this machine."
        }
        if text.contains("no alternative certificate subject") || text.contains("does not match") {
            return "The certificate is for another name than \"\(server.host)\": use the name that stands in it."
        }
        if text.contains("self-signed") || text.contains("self signed") || text.contains("unable to get local issuer") {
            return
                "The certificate is not signed by an authority this machine trusts: set caFile to the authority's PEM certificate."
        }
        return "The server's certificate was not accepted: ask its administrator, or set caFile to the right authority."
    }

    private func make(_ code: MailError.Code, _ step: String, _ advice: String, transient: Bool) -> MailError {
        let words = code == .loginRefused || code == .refused || detail.isEmpty ? lastWords : detail
        return MailError(
            code, server: server.description, step: step, reply: words.isEmpty ? detail : words, advice: advice,
            isTransient: transient)
    }
}
