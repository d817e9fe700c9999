// SPDX-License-Identifier: Apache-2.0

/// Letters in which a person passes on a bounce, in the ways mail programs do it.
enum ForwardedLetter {
    static func forms(of bounce: [UInt8]) -> [(form: String, octets: [UInt8])] {
        let text = bounce.withLineFeeds
        let quoted = quotation(of: text)
        let words = Array("Доброго дня! Ваш лист до мене не дійшов, ось що мені прийшло:\n\n".utf8)
        let plain = "Content-Type: text/plain; charset=utf-8\n\n"
        let mixed = "Content-Type: multipart/mixed; boundary=zzCITIZENzz\n\n--zzCITIZENzz\n\(plain)"
        var enclosed = header("Fwd: failure notice", mixed) + words
        enclosed += Array("\n--zzCITIZENzz\nContent-Type: message/rfc822\n\n".utf8) + text
        enclosed += Array("\n--zzCITIZENzz--\n".utf8)
        return [
            ("quoted", header("Re: Mail delivery failed: returning message to sender", plain) + words + quoted),
            ("quoted, no path", header("Недоставлене повідомлення", plain, path: "") + words + quoted),
            ("pasted", header("Fwd: Undelivered Mail Returned to Sender", plain) + words + text),
            ("pasted under its own subject", header("failure notice", plain) + words + text),
            ("pasted, no path", header("Delivery Status Notification (Failure)", plain, path: "") + words + text),
            ("enclosed", enclosed),
        ]
    }

    private static func quotation(of text: [UInt8]) -> [UInt8] {
        var quoted: [UInt8] = []
        for line in text.split(separator: 10, omittingEmptySubsequences: false) {
            quoted += [0x3E, 0x20]
            quoted += line
            quoted.append(10)
        }
        return quoted
    }

    private static func header(
        _ subject: String, _ content: String, path: String = "Return-Path: <ivan.petrenko@example.ua>\n"
    ) -> [UInt8] {
        let lines = """
            \(path)From: Іван Петренко <ivan.petrenko@example.ua>
            To: rada@example.gov.ua
            Subject: \(subject)
            Date: Mon, 12 Oct 2026 10:00:00 +0300
            Message-ID: <1234@example.ua>
            In-Reply-To: <5678@example.gov.ua>
            MIME-Version: 1.0
            \(content)
            """
        return Array(lines.utf8)
    }
}
