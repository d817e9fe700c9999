// SPDX-License-Identifier: Apache-2.0

extension InterchangeMessage {
    /// What became of a message, told by whoever received it.
    package struct Acknowledgement: Hashable, Sendable {
        /// `@ack_type`.
        package enum Kind: Int, Hashable, Sendable, CaseIterable {
            case delivered = 1
            case accepted = 2
            case registered = 3
            case rejected = 4
            case closed = 5
        }

        package struct Result: Hashable, Sendable {
            /// 0 also where the message is rejected: the official samples count only faults of the exchange.
            package var code: Int
            package var text: String?

            package init(code: Int, text: String?) {
                self.code = code
                self.text = text
            }
        }

        package var kind: Kind?
        /// The ``Header/id`` of the message it speaks of; compare by ``InterchangeMessage/isSame(_:_:)``.
        package var messageID: String
        /// Where it was registered.
        package var number: RegistrationNumber?
        package var results: [Result] = []
        package var file: File?

        package init(_ kind: Kind?, messageID: String) {
            self.kind = kind
            self.messageID = messageID
        }
    }
}
