// SPDX-License-Identifier: Apache-2.0

extension Migration {
    /// Codes of the classifier of appeals a person has given a card. Who changed them and when is in the event log.
    static let appealCodes = Migration(
        number: 6,
        text: """
            CREATE TABLE appeal_code (
                card_id {integer} NOT NULL REFERENCES card (id), code TEXT NOT NULL, PRIMARY KEY (card_id, code)
            ) {keyed};
            """)
}
