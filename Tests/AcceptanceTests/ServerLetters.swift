// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// What an IMAP server gives of a mailbox, seen by another client: Python's `imaplib`.
struct ServerLetters {
    /// Why it cannot be asked; `nil` when it can.
    static var obstacle: String? { python == nil ? "python3 is not installed" : nil }
    private static var python: String? { ServerProcess.find("/usr/bin/python3", "/usr/local/bin/python3") }

    struct Letter: Decodable {
        let uid: UInt32
        let sha256: String
        let flags: String
    }

    let uidValidity: UInt32
    let letters: [Letter]
    var digests: [String] { letters.map(\.sha256) }

    private struct Answer: Decodable {
        let uidValidity: UInt32
        let letters: [Letter]
    }

    /// Asks the server, in the clear.
    ///
    /// - Parameter login: `nil` where the server logs everybody in.
    init(port: UInt16, folder: String = "INBOX", login: (user: String, password: String)? = (Dovecot.user, Dovecot.password))
        throws
    {
        guard let python = Self.python else { throw ServerFailure("python3 is not installed") }
        let arguments = ["-c", Self.script, "\(port)", folder] + (login.map { [$0.user, $0.password] } ?? [])
        let output = try ServerProcess.run(python, arguments)
        let answer = try JSONDecoder().decode(Answer.self, from: Data(output.utf8))
        uidValidity = answer.uidValidity
        letters = answer.letters
    }

    private static let script = """
        import base64, hashlib, imaplib, json, re, sys
        port, folder, login = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
        server = imaplib.IMAP4("127.0.0.1", port)
        if login:
            server.authenticate("PLAIN", lambda _: b"\\0" + login[0].encode() + b"\\0" + login[1].encode())
        # SELECT: a server may give UIDs that last only then.
        kind, count = server.select(folder)
        validity = int(server.response("UIDVALIDITY")[1][0])
        letters = []
        if int(count[0]):
            kind, data = server.fetch("1:*", "(UID FLAGS BODY.PEEK[])")
            for place, item in enumerate(data):
                if not isinstance(item, tuple):
                    continue
                words = item[0] + (data[place + 1] if isinstance(data[place + 1], bytes) else b"")
                uid = int(re.search(rb"UID (\\d+)", words)[1])
                flags = re.search(rb"FLAGS \\(([^)]*)\\)", words)[1].decode()
                letters.append({"uid": uid, "sha256": hashlib.sha256(item[1]).hexdigest(), "flags": flags})
        server.logout()
        print(json.dumps({"uidValidity": validity, "letters": letters}))
        """
}
