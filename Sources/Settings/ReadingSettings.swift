// SPDX-License-Identifier: Apache-2.0

/// The group `reading`: how attachments are read.
package struct ReadingSettings: Hashable, Sendable {
    /// Whether scans are recognised by tesseract, which takes seconds a page.
    package let recognisesScans: Bool
    /// Certificates, in PEM, of the authorities whose signatures are called valid; nil when the council names none.
    package let authorities: String?

    init(_ section: SectionReader) {
        recognisesScans = section.value(
            "recogniseScans", .flag, default: false,
            SettingHelp(
                uk: "чи розпізнавати текст на сканах (потрібні tesseract-ocr і tesseract-ocr-ukr; секунди на сторінку)",
                en: "whether to recognise scans (needs tesseract-ocr and tesseract-ocr-ukr; seconds a page)"))
        authorities = section.optional(
            "authorities", .readableFile(section.reader),
            SettingHelp(
                uk: "сертифікати довірених надавачів (PEM): лише їхні підписи називаються вірними",
                en: "certificates of trusted authorities (PEM): only signatures that lead to them are called valid"))
    }
}
