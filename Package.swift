// swift-tools-version:6.3
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]
// Modules without a socket, a file or a C library to speak to.
let pure: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
    name: "chancery",
    dependencies: [
        // SQLite with cached statements and one serialized writer; 1.2 × the time of raw C.
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        // YAML with the line and column of each node, which error messages about the configuration need.
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        // Verbs, options and their help.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        // The logging interface every Swift server library speaks.
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        // Start, signals and shutdown of the daemon's services in order.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        // SHA-256 with the processor's own instructions: every letter and attachment is hashed.
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        // Structure of CMS containers and certificates, whatever algorithms they use: OpenSSL does not know the state's own.
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        // Texts of letters the council may edit without a build.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        // Bytes and terms of mail.
        .target(name: "InternetMessage", swiftSettings: pure),
        .target(name: "MailTransport", swiftSettings: pure),
        .target(name: "IMAPGrammar", dependencies: ["MailTransport"], swiftSettings: pure),
        // The office.
        .target(name: "OfficeCalendar", swiftSettings: pure),
        .target(name: "LetterReading", dependencies: ["OfficeCalendar"], swiftSettings: pure),
        .target(name: "Office", dependencies: ["OfficeCalendar"], swiftSettings: pure),
        .target(name: "ReplyReading", dependencies: ["OfficeCalendar"], swiftSettings: pure),
        // One small module for each outside system.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CurlMail", dependencies: ["MailTransport", "IMAPGrammar", "CCurl"], swiftSettings: pure),
        .target(name: "MaildirMail", dependencies: ["MailTransport"], swiftSettings: strict),
        // Archives as a stream of members, and the check of signatures.
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // Between fork and exec no Swift may run.
        .target(name: "CConfine"),
        .target(name: "MarkupText", dependencies: ["CXML2"], swiftSettings: pure),
        .target(
            name: "DocumentText",
            dependencies: [
                "InternetMessage", "MarkupText", "CArchive", "CCrypto", "CConfine",
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ], swiftSettings: pure),
        .target(name: "Interchange", dependencies: ["MarkupText", "Office", "OfficeCalendar"], swiftSettings: pure),
        .target(
            name: "Vault", dependencies: ["MailTransport", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: [.product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift")],
            swiftSettings: strict),
        .target(
            name: "OfficeStore",
            dependencies: [
                "Office", "OfficeCalendar", "MailTransport", "Storage", .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
        .target(
            name: "Settings",
            dependencies: ["Office", "OfficeCalendar", "MailTransport", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        // The use cases, and the program that wires them.
        .target(
            name: "Workflows",
            dependencies: [
                "InternetMessage", "MailTransport", "OfficeCalendar", "LetterReading", "Office", "ReplyReading", "MarkupText",
                "DocumentText", "Interchange", "Vault", "OfficeStore", .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "chancery",
            dependencies: [
                "InternetMessage", "MailTransport", "CurlMail", "MaildirMail", "MarkupText", "OfficeCalendar", "LetterReading",
                "Office", "DocumentText", "Interchange", "Vault", "Storage", "OfficeStore", "Settings", "Workflows",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        // Real mail servers on free loopback ports, for tests.
        .target(name: "TestServers", path: "Tests/Servers", exclude: ["fetch-second-imap-server"], swiftSettings: strict),
        // One SMTP connection as fast as it goes, to compare with Postfix's smtp-source (Tests/Bench/submit).
        .executableTarget(
            name: "SubmitBench", dependencies: ["CurlMail", "MailTransport"], path: "Tests/Bench/SubmitBench",
            swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "InternetMessageTests", dependencies: ["InternetMessage"], swiftSettings: strict),
        .testTarget(name: "OfficeCalendarTests", dependencies: ["OfficeCalendar"], swiftSettings: strict),
        .testTarget(
            name: "LetterReadingTests", dependencies: ["LetterReading", "OfficeCalendar", "Settings"],
            swiftSettings: strict),
        .testTarget(name: "OfficeTests", dependencies: ["Office", "OfficeCalendar"], swiftSettings: strict),
        .testTarget(name: "ReplyReadingTests", dependencies: ["ReplyReading", "OfficeCalendar"], swiftSettings: strict),
        .testTarget(name: "IMAPGrammarTests", dependencies: ["IMAPGrammar", "MailTransport"], swiftSettings: strict),
        .testTarget(
            name: "CurlMailTests", dependencies: ["CurlMail", "MailTransport", "IMAPGrammar", "TestServers"],
            swiftSettings: strict),
        .testTarget(name: "MaildirMailTests", dependencies: ["MaildirMail", "MailTransport"], swiftSettings: strict),
        .testTarget(name: "MarkupTextTests", dependencies: ["MarkupText", "CXML2"], swiftSettings: strict),
        .testTarget(
            name: "InterchangeTests", dependencies: ["Interchange", "MarkupText", "Office", "OfficeCalendar"],
            swiftSettings: strict),
        .testTarget(name: "DocumentTextTests", dependencies: ["DocumentText"], swiftSettings: strict),
        .testTarget(name: "VaultTests", dependencies: ["Vault", "MailTransport"], swiftSettings: strict),
        .testTarget(name: "StorageTests", dependencies: ["Storage"], swiftSettings: strict),
        .testTarget(
            name: "OfficeStoreTests",
            dependencies: ["OfficeStore", "Vault", "Office", "OfficeCalendar", "Storage", "MailTransport"],
            swiftSettings: strict),
        .testTarget(
            name: "SettingsTests", dependencies: ["Settings", "Office", "OfficeCalendar", "MailTransport"],
            swiftSettings: strict),
        .testTarget(
            name: "WorkflowsTests",
            dependencies: [
                "Workflows", "Vault", "Storage", "OfficeStore", "Office", "OfficeCalendar", "LetterReading", "DocumentText",
                "Interchange", "InternetMessage", "MarkupText", "MailTransport", "Settings",
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        // The built program against real servers.
        .testTarget(name: "AcceptanceTests", dependencies: ["TestServers"], swiftSettings: strict),
    ]
)
