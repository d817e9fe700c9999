// SPDX-License-Identifier: Apache-2.0
import CCurl
package import FoundationEssentials
package import MailTransport

/// One connection to a mail server. libcurl connects, secures and logs in; what is said afterwards is ours.
///
/// Not `Sendable`: it belongs to one actor with a ``ConnectionExecutor``, since every call may block. Only its ``doorbell`` is for
/// other threads. After `timedOut` and `cancelled` it can still be
/// used by who knows what is under way; after any other error it cannot.
@safe package final class CurlConnection {
    /// Octets one `receive` brings at most. libcurl misbehaves above 300 KB, and TLS brings one record at a time anyway.
    package static let bufferSize = 256 << 10

    package let server: MailServer
    package let doorbell: Doorbell
    /// The lines the peer said up to the end of the login, without line ends: greeting, CAPABILITY or EHLO lines, replies.
    package private(set) var loginLines: [String] = []
    /// When the peer's certificate ends (notAfter); `nil` without TLS.
    package private(set) var certificateExpiry: Date?

    private let credentials: Credentials
    private let transcript: LoginTranscript
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private var handle: UnsafeMutableRawPointer?
    private var socket: curl_socket_t = -1

    package init(_ server: MailServer, credentials: Credentials, doorbell: Doorbell) {
        self.server = server
        self.credentials = credentials
        self.doorbell = doorbell
        transcript = LoginTranscript(doorbell: doorbell)
        unsafe buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.bufferSize)
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        unsafe buffer.deallocate()
    }

    /// Connects, secures the connection and logs in, in at most `limit` altogether.
    package func connect(within limit: Duration) throws(MailError) {
        try checkServer()
        disconnect()
        transcript.clear()
        guard let handle = unsafe curl_easy_init() else {
            throw ConnectFailure(server: server, code: CURLE_OUT_OF_MEMORY, detail: "no memory", lastWords: "").error
        }
        unsafe self.handle = unsafe handle
        var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let code = unsafe words.withUnsafeMutableBufferPointer { buffer -> CURLcode in
            let options = unsafe CurlOptions(handle: handle)
            unsafe options.apply(server: server, credentials: credentials, limit: limit, errorText: buffer.baseAddress)
            options.observe(transcript)
            defer { options.forgetErrorText() }
            if let failure = options.failure { return failure }
            return unsafe curl_easy_perform(handle)
        }
        guard code == CURLE_OK, unsafe ccurl_get_socket(handle, &socket) == CURLE_OK, socket >= 0 else {
            let detail = String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let failure = ConnectFailure(server: server, code: code, detail: detail, lastWords: transcript.lastWords)
            disconnect()
            throw failure.error
        }
        _ = ccurl_limit_keepalive_probes(socket)
        loginLines = transcript.lines
        certificateExpiry = unsafe ccurl_peer_certificate_field(handle, "Expire date:").flatMap {
            CertificateDate.parse(unsafe String(cString: $0))
        }
    }

    /// Drops the connection at once, without a goodbye.
    package func disconnect() {
        unsafe curl_easy_cleanup(handle)
        unsafe handle = nil
        socket = -1
    }

    package var isConnected: Bool { socket >= 0 }

    /// Sends all of `octets`, waiting at most `limit` for the peer each time it takes nothing.
    ///
    /// - Parameter step: what is being done, for the error: `UID FETCH`, `RCPT TO`.
    package func send(_ octets: Span<UInt8>, step: String, within limit: Duration) throws(MailError) {
        var rest = octets
        while !rest.isEmpty {
            var sent = 0
            let code = unsafe rest.withUnsafeBufferPointer { unsafe curl_easy_send(handle, $0.baseAddress, $0.count, &sent) }
            switch code {
            case CURLE_OK:
                rest = rest.extracting(droppingFirst: sent)
            case CURLE_AGAIN:
                try wait(for: Int16(POLLOUT), until: .now + limit, heeding: .cancel, step: step)
            default:
                throw lost(step, unsafe String(cString: curl_easy_strerror(code)))
            }
        }
    }

    /// Sends all of `octets`.
    package func send(_ octets: [UInt8], step: String, within limit: Duration) throws(MailError) {
        try send(octets.span, step: step, within: limit)
    }

    /// Waits for octets and hands over what there is, at most ``bufferSize``; the span is valid during the call only.
    ///
    /// - Parameters:
    ///   - call: the doorbell call that ends the wait with ``MailError/Code/cancelled``; `nil` to be deaf to it.
    ///   - body: must use up all of them; they do not come again.
    /// - Throws: `timedOut` when nothing comes before `deadline`, `cancelled`, `connectionLost`, or what `body` throws.
    package func receive<Answer>(
        step: String, until deadline: ContinuousClock.Instant, heeding call: Doorbell.Call? = .cancel,
        _ body: (Span<UInt8>) throws -> Answer
    ) throws -> Answer {
        let count = try fill(step: step, until: deadline, heeding: call)
        let received = unsafe UnsafeBufferPointer(rebasing: buffer[..<count])
        return try unsafe body(received.span)
    }

    // TLS may hold octets that poll does not see, so it always reads first and polls only when told to come again.
    private func fill(step: String, until deadline: ContinuousClock.Instant, heeding call: Doorbell.Call?) throws(MailError)
        -> Int
    {
        while true {
            var count = 0
            let code = unsafe curl_easy_recv(handle, buffer.baseAddress, buffer.count, &count)
            switch code {
            case CURLE_OK where count > 0:
                return count
            case CURLE_OK:
                throw lost(step, "the server closed the connection")
            case CURLE_AGAIN:
                try wait(for: Int16(POLLIN), until: deadline, heeding: call, step: step)
            default:
                throw lost(step, unsafe String(cString: curl_easy_strerror(code)))
            }
        }
    }

    /// Waits until the socket is ready.
    private func wait(
        for events: Int16, until deadline: ContinuousClock.Instant, heeding call: Doorbell.Call?, step: String
    ) throws(MailError) {
        guard isConnected else { throw lost(step, "not connected") }
        while true {
            if let call, doorbell.isRung(for: call) { throw interrupted(step) }
            let left = deadline - .now
            guard left > .zero else { throw timedOut(step) }
            let milliseconds = min(
                left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000 + 1, 3_600_000)
            let ready = ccurl_wait(socket, events, call == nil ? -1 : doorbell.descriptor, Int32(milliseconds))
            if ready & 2 != 0 { doorbell.silence() }
            if ready & 1 != 0 { return }
        }
    }

    private func checkServer() throws(MailError) {
        guard server.isWellFormed else {
            throw MailError(
                .unknownHost, server: server.description, step: "connect", reply: "",
                advice: "\"\(server.host)\" is no host name: correct it in the configuration.", isTransient: false)
        }
        let startsPlain = server.scheme == .imap || server.scheme == .smtp
        guard startsPlain, server.startTLS == .never, !server.isLoopback else { return }
        throw MailError(
            .encryptionRefused, server: server.description, step: "connect", reply: "",
            advice: "startTLS: never is for this machine's own addresses only; remove it, or use \(server.scheme.rawValue)s://.",
            isTransient: false)
    }
}

extension CurlConnection {
    /// The connection is gone.
    package func lost(_ step: String, _ words: String) -> MailError {
        MailError(
            .connectionLost, server: server.description, step: step, reply: words,
            advice: "The connection broke off; it is made anew and the work goes on.", isTransient: true)
    }

    /// The peer was silent for too long.
    package func timedOut(_ step: String) -> MailError {
        MailError(
            .timedOut, server: server.description, step: step, reply: "",
            advice: "The server fell silent; it is tried again later. If it stays so, look at the server's load and log.",
            isTransient: true)
    }

    private func interrupted(_ step: String) -> MailError {
        MailError(
            .cancelled, server: server.description, step: step, reply: "", advice: "Nothing to do: the program is stopping.",
            isTransient: true)
    }
}
