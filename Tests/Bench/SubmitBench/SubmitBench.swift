// SPDX-License-Identifier: Apache-2.0
import CurlMail
import MailTransport

/// Submits COUNT messages of SIZE octets to 127.0.0.1:PORT over one connection and prints messages a second.
@main struct SubmitBench {
    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard numbers.count == 3, let port = UInt16(exactly: numbers[0]), numbers[1] > 0 else {
            print("usage: SubmitBench PORT COUNT SIZE")
            return
        }
        let submitter = SMTPSubmitter(
            MailServer(scheme: .smtp, host: "127.0.0.1", port: port, startTLS: .never, clientName: "bench.example"))
        let message = letter(of: numbers[2])
        let envelope = Envelope(reversePath: "bench@city.example", forwardPaths: ["someone@city.example"], identifier: nil)
        let clock = ContinuousClock()
        let start = clock.now
        for _ in 0..<numbers[1] {
            let verdicts = try await submitter.submit(message, envelope: envelope)
            guard case .accepted = verdicts.first else {
                print("not accepted: \(verdicts)")
                return
            }
        }
        let seconds = (clock.now - start) / .seconds(1)
        await submitter.close()
        print(Int(Double(numbers[1]) / seconds))
    }

    private static func letter(of size: Int) -> [UInt8] {
        var octets = Array("From: bench@city.example\r\nTo: someone@city.example\r\nSubject: bench\r\n\r\n".utf8)
        while octets.count + 80 <= size { octets += [UInt8](repeating: UInt8(ascii: "x"), count: 78) + Array("\r\n".utf8) }
        return octets
    }
}
