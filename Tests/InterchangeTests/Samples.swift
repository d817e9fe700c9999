// SPDX-License-Identifier: Apache-2.0
import Foundation
import Interchange
import MarkupText

/// The official samples and the official schema.
enum Samples {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let approval = "ds03-for-approval"
    static let approvalReport = "ds09-report-for-approval"
    static let informationReport = "ds11-report-for-information"
    static let delivered = "ds13-delivered"
    static let accepted = "ds14-accepted"
    static let registered = "ds15-registered"
    static let rejected = "ds16-rejected"
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
