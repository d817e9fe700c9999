// SPDX-License-Identifier: Apache-2.0

/// Letters with everything that could upset a dialogue, the same for the same number; lines end in CRLF.
enum TestLetters {
    static func letter(_ number: Int, count: Int = 0) -> [UInt8] {
        let nasty = ["ch1 OK done", "* BYE", ")", "{5}", "* 1 FETCH (UID 1 BODY[] {3}", "\"", ".", "", "Привіт", "+ go"]
        var text = "Subject: letter \(number)\r\nMessage-ID: <\(number)@test.example>\r\n\r\n"
        for line in 0..<(number % 40) { text += nasty[(line + number) % nasty.count] + "\r\n" }
        var octets = Array(text.utf8)
        let filler = Array("0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz\r\n".utf8)
        while octets.count < count { octets += filler }
        return octets
    }
}
