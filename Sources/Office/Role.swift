// SPDX-License-Identifier: Apache-2.0

/// What a person may do in the office. One person may have several.
package enum Role: String, Hashable, Sendable, CaseIterable {
    /// Front office: reviews, registers, refuses, sends out.
    case registrar
    case mayor
    /// Deputy mayor.
    case deputy
    /// Prepares answers, leads a department or works in one.
    case official
    /// Watches over terms and takes documents off control.
    case controller
    case lawyer
    /// Answers for requests for public information.
    case publicInformation
    /// Receives reports of corruption, and nobody else does.
    case antiCorruption
    /// Runs the system; sees nothing confidential.
    case administrator

    package var ukrainian: String {
        switch self {
        case .registrar: "реєстратор"
        case .mayor: "міський голова"
        case .deputy: "заступник міського голови"
        case .official: "посадова особа"
        case .controller: "контролер"
        case .lawyer: "юрист"
        case .publicInformation: "відповідальна особа з питань запитів на публічну інформацію"
        case .antiCorruption: "уповноважена особа з питань запобігання корупції"
        case .administrator: "адміністратор"
        }
    }
}
