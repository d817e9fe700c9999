// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers

/// A letter as Python's own e-mail library reads it: what an ordinary mail program would show.
struct ReadByPython: Decodable {
    /// A file that came along, its transfer encoding undone.
    struct File: Decodable {
        let name: String
        let octets: Data
    }

    let fields: [String: String]
    let text: String
    let files: [File]
    let defects: [String]

    var subject: String { fields["Subject"] ?? "" }

    init(_ letter: [UInt8]) throws {
        let folder = try ServerFolder()
        let file = "\(folder.path)/letter"
        try Data(letter).write(to: URL(fileURLWithPath: file))
        let script = """
            import base64, email, email.header, email.policy, json, sys
            message = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
            # The policy's own reading of phrases keeps the space between two encoded words (RFC 2047 §6.2 drops it).
            plain = email.message_from_binary_file(open(sys.argv[1], 'rb'))
            fields = {name: str(email.header.make_header(email.header.decode_header(value))) for name, value in plain.items()}
            body = next(part for part in message.walk() if part.get_content_type() == 'text/plain')
            files = [{'name': part.get_filename() or '', 'octets': base64.b64encode(part.get_payload(decode=True) or b'').decode()}
                     for part in message.walk() if part.get_content_disposition() == 'attachment']
            print(json.dumps({'fields': fields, 'text': body.get_content(), 'files': files,
                              'defects': [str(defect) for part in message.walk() for defect in part.defects]}))
            """
        let answer = try ServerProcess.run("/usr/bin/python3", ["-c", script, file])
        self = try JSONDecoder().decode(Self.self, from: Data(answer.utf8))
    }
}
