// SPDX-License-Identifier: Apache-2.0
import Foundation
import Interchange
import MarkupText

/// The official samples and the official schema.
enum Samples {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let approval = "ДС3. На погодження"
    static let approvalReport = "ДС9. Звітність. На погодження"
    static let informationReport = "ДС11. Звітність. Для Інформування"
    static let delivered = "ДС13. Сповіщення про доставку"
    static let accepted = "ДС14. Сповіщення про прийом"
    static let registered = "ДС15. Сповіщення про реєстрацію"
    static let rejected = "ДС16. Сповіщення про відхилення"
    static let all = [approval, approvalReport, informationReport, delivered, accepted, registered, rejected]

    static func octets(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Tests/Fixtures/interchange/\(name).xml")))
    }

    static func schema() throws -> XMLSchema {
        try XMLSchema(Array(try Data(contentsOf: root.appending(path: "Config/interchange/Header.xsd"))))
    }

    static func reading(sample name: String) throws -> InterchangeReading { try reading(try octets(name)) }

    static func reading(_ octets: [UInt8]) throws -> InterchangeReading {
        try InterchangeReader(schema: try schema()).read(octets)
    }

    static func reading(_ xml: String) throws -> InterchangeReading { try reading(Array(xml.utf8)) }
}
