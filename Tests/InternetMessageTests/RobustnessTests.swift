// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct RobustnessTests {
    static let samples: [String] = [
        """
        From: =?windows-1251?Q?=CE=EB=E5=ED=E0?= <olena@city.example>\r
        Subject: =?utf-8?B?0J8=?= =?utf-8?B?0YDQvg==?=\r
        Content-Type: multipart/mixed; boundary="b 1"\r
        \r
        --b 1\r
        Content-Type: text/plain; charset=koi8-u; format=flowed\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        > =F0=D2=CF=20\r
        > =D7=CF=C4=D5=\r
        \r
        --b 1\r
        Content-Type: message/rfc822\r
        \r
        Subject: inside\r
        Content-Type: application/pdf; name*0*=utf-8''%D0%9F; name*1=.pdf\r
        Content-Transfer-Encoding: base64\r
        \r
        JVBERi0xLjQK\r
        --b 1--\r

        """,
        """
        Received: from a.example (a.example [192.0.2.1]) by b.example with ESMTP id 1; Mon, 2 Nov 2026 08:00:00 +0200
        To: Friends: a@x.example, "B, C" <b@x.example>;, (comment (nested)) c@x.example
        Authentication-Results: mx.city.example; spf=pass smtp.mailfrom=x.example; dkim=fail (bad) header.d=x.example
        Content-Type: text/plain; charset=utf-7
        Content-Transfer-Encoding: x-uuencode

        begin 644 f
        #0V%T
        `
        end
        """,
    ]

    @Test(arguments: samples) func eachPrefixIsRead(sample: String) {
        let octets = Array(sample.utf8)
        for end in 0...octets.count { Exerciser.readEverything(Array(octets[..<end])) }
    }

    @Test(arguments: samples) func oneChangedOctetAtEachPlaceIsRead(sample: String) {
        var octets = Array(sample.utf8)
        for place in octets.indices {
            let kept = octets[place]
            for other in [0, 0x0A, 0x0D, 0x22, 0x3D, 0x2D, 0xFF] as [UInt8] {
                octets[place] = other
                Exerciser.readEverything(octets)
            }
            octets[place] = kept
        }
    }

    /// xorshift64*: the same octets in each run.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return state &* 0x2545_F491_4F6C_DD1D
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func randomOctetsAreRead(seed: UInt64) {
        var generator = Seeded(state: seed)
        let words = [
            "\r\n", "\n", ": ", "--b", "--b--", "Content-Type: multipart/mixed; boundary=b", "=?utf-8?B?", "?=", "(", "\"", "<",
            ";", "=",
        ]
        for _ in 0..<400 {
            var octets: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<40, using: &generator) {
                if Bool.random(using: &generator) {
                    octets += Array(words[Int.random(in: 0..<words.count, using: &generator)].utf8)
                } else {
                    octets.append(UInt8.random(in: 0...255, using: &generator))
                }
            }
            Exerciser.readEverything(octets)
        }
    }

    @Test func decodingInPiecesGivesTheSameOctetsAsAtOnce() {
        var generator = Seeded(state: 9)
        for encoding in ["base64", "quoted-printable", "8bit"] {
            var letter = Array("Content-Transfer-Encoding: \(encoding)\r\n\r\n".utf8)
            for index in 0..<200_000 {
                letter += Array("ABCDwxyz09+/=4A=\t ".utf8)[Int.random(in: 0..<17, using: &generator)...].prefix(1)
                if index % 76 == 75, encoding != "base64" || index % 152 == 75 { letter += [13, 10] }
            }
            let message = ParsedMessage(letter.span)
            var pieces: [UInt8] = []
            message.decodeBody(of: message.root, in: letter.span) { piece in
                #expect(piece.count <= ParsedMessage.chunkOctets)
                for offset in piece.indices { pieces.append(piece[offset]) }
            }
            #expect(pieces == message.decodedBody(of: message.root, in: letter.span), "\(encoding)")
        }
    }
}
