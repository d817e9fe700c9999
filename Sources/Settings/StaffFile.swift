// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar

/// The file `staff.yaml`: departments and people first, as substitutes and routes name them.
enum StaffFile {
    static func read(_ root: SectionReader) -> StaffDirectory {
        let departments = departments(root)
        let people = people(root, departments)
        let substitutes = SubstituteKeys.read(root, people)
        let routes = RouteKeys.read(root, people)
        return StaffDirectory(departments: departments, people: people, substitutes: substitutes, routes: routes)
    }

    private static func departments(_ root: SectionReader) -> [Department] {
        var seen: Set<String> = []
        return root.list("departments", SettingHelp(uk: "управління та відділи", en: "departments")) { section in
            let id = section.required(
                "id", .identifier,
                SettingHelp(uk: "коротка назва для посилань у цьому файлі", en: "short name for other keys of this file"))
            checkOnce(id, &seen, section)
            return Department(
                id: DepartmentID(rawValue: id),
                name: section.required("name", .text(), SettingHelp(uk: "повна назва", en: "full name")),
                phone: section.optional(
                    "phone", .phone, SettingHelp(uk: "телефон, у лапках", en: "telephone, in quotation marks")),
                index: section.optional(
                    "index", .text("index in quotation marks", maximumLength: 20),
                    SettingHelp(
                        uk: "індекс підрозділу для {unit}, у лапках", en: "index of the department for {unit}, in quotation marks"
                    )) ?? "")
        }
    }

    private static func people(_ root: SectionReader, _ departments: [Department]) -> [Person] {
        var seen: Set<String> = []
        let people = root.list("people", isRequired: true, SettingHelp(uk: "працівники", en: "people")) { section in
            let person = person(section, departments)
            checkOnce(person.id.rawValue, &seen, section)
            if Role(rawValue: person.id.rawValue) != nil {
                section.report(
                    "id", what: "“\(person.id)” is the name of a role", advice: "choose another: routes could not tell them apart"
                )
            }
            checkPhone(person, departments, section)
            return person
        }
        // Roles that could not be read may have named one.
        if !people.isEmpty, people.allSatisfy({ !$0.roles.isEmpty && !$0.roles.contains(.registrar) }) {
            root.report(
                "people", what: "nobody has the role registrar", advice: "give it to the front office: refusals name a registrar")
        }
        return people
    }

    private static func person(_ section: SectionReader, _ departments: [Department]) -> Person {
        Person(
            id: PersonID(
                rawValue: section.required(
                    "id", .identifier,
                    SettingHelp(uk: "коротке ім’я для посилань у цьому файлі", en: "short name for other keys of this file"))),
            name: section.required(
                "name", .text(),
                SettingHelp(uk: "прізвище, ім’я, по батькові в називному відмінку", en: "surname, given name, patronymic")),
            post: section.required("post", .text(), SettingHelp(uk: "посада", en: "post")),
            department: section.optional(
                "department",
                .reference(
                    to: "department", among: departments.map(\.id.rawValue), standIn: DepartmentID(rawValue: ""),
                    shown: \.rawValue
                ) { DepartmentID(rawValue: $0) },
                SettingHelp(uk: "підрозділ, його id", en: "department, by its id")),
            email: section.required(
                "email", .address, SettingHelp(uk: "службова електронна адреса", en: "e-mail address at work")),
            phone: section.optional(
                "phone", .phone,
                SettingHelp(
                    uk: "телефон, у лапках; без нього діє телефон підрозділу",
                    en: "telephone, in quotation marks; else that of the department")),
            roles: Set(
                section.required(
                    "roles", .list(of: .word(Role.official), isEmptyAllowed: false),
                    SettingHelp(uk: "ролі в діловодстві", en: "roles in the office"))))
    }

    /// The check of `phone`: citizens are told whom to call.
    private static func checkPhone(_ person: Person, _ departments: [Department], _ section: SectionReader) {
        let departmentPhone = person.department.flatMap { id in departments.first { $0.id == id }?.phone }
        let isWrongOnly = section.has("phone") || (section.has("department") && person.department == nil)
        guard person.phone == nil, departmentPhone == nil, !isWrongOnly else { return }
        section.report(
            nil, what: "\(person.name.isEmpty ? "this person" : person.name) has no telephone, nor has the department",
            advice: "write phone here or in the department")
    }

    private static func checkOnce(_ id: String, _ seen: inout Set<String>, _ section: SectionReader) {
        if !id.isEmpty, !seen.insert(id).inserted {
            section.report("id", what: "“\(id)” is already there", advice: "give each its own id")
        }
    }
}

extension SettingForm where Value == PersonID {
    /// The id of somebody in `people`.
    static func person(_ people: [Person]) -> Self {
        .reference(to: "person", among: people.map(\.id.rawValue), standIn: PersonID(rawValue: ""), shown: \.rawValue) {
            PersonID(rawValue: $0)
        }
    }
}
