import type { SimulatedExcel } from "../simulated-excel";

const methods = { richApi: 93, settingsSave: 76, settingsRead: 75 } as const;

type Message = {
  readonly _messageType: number;
  readonly _actionType?: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: string;
  readonly _data?: { readonly DdaMethod?: { readonly DispatchId: number }; readonly ArrayData?: readonly unknown[]; readonly DdaSettingsMethod?: { readonly Properties: SimulatedExcel["documentSettings"] } };
};

export const webAddin = { id: "qingdan", conversation: "conversation-1" } as const;

/** The page of Excel on the web: takes the add-in frame's messages (JSON text) and sends its own. */
export function createWebHost(excel: SimulatedExcel, origin: string, send: (text: string) => void): { readonly receive: (text: string) => void } {
  let eventRegistration: Message | undefined;
  const reply = (message: Message, data: unknown, responseType = 0): void => {
    send(
      JSON.stringify({
        _messageType: 1,
        _actionName: message._actionName,
        _conversationId: message._conversationId,
        _correlationId: message._correlationId,
        _origin: origin,
        _data: data,
        _errorCode: 0,
        _responseType: responseType,
        _serializerVersion: 1,
      }),
    );
  };
  excel.events.onEvent((entry) => {
    if (eventRegistration !== undefined) reply(eventRegistration, { ArrayData: [entry] }, 1);
  });
  const execute = (message: Message): void => {
    const id = message._data?.DdaMethod?.DispatchId;
    if (id === methods.richApi) {
      const answer = excel.answer(String(message._data?.ArrayData?.[4]));
      reply(message, typeof answer === "number" ? { Error: answer, Version: 1 } : { Error: 0, Version: 1, Data: [200, [], [answer]] });
    } else if (id === methods.settingsSave) {
      excel.documentSettings = message._data?.DdaSettingsMethod?.Properties ?? [];
      reply(message, { Error: 0, Version: 1 });
    } else if (id === methods.settingsRead) reply(message, { Error: 0, Version: 1, Properties: excel.documentSettings });
    else reply(message, { Error: 5000, Version: 1 });
  };
  return {
    receive(text) {
      const message = parseMessage(text);
      if (message === undefined) return;
      if (message._actionType === 1 || message._actionType === 2) {
        if (message._actionName === "richApiMessage") eventRegistration = message._actionType === 1 ? message : undefined;
        return reply(message, { Error: 0 });
      }
      if (message._actionName === "ContextActivationManager_getAppContextAsync") return reply(message, appContext(excel));
      if (message._actionName === "executeMethod") return void setTimeout(() => execute(message), excel.latency);
      return reply(message, null);
    },
  };
}

/** The name Excel on the web gives to the frame it opens an add-in in. */
export function webFrameName(excel: SimulatedExcel, origin: string): string {
  return JSON.stringify({
    baseFrameName: "addin",
    hostInfo: `Excel$Web$16.01$${excel.locale}$correlation$$$0`,
    xdmInfo: `${webAddin.conversation}|${webAddin.id}|${origin}`,
    serializerVersion: "1",
  });
}

function parseMessage(text: unknown): Message | undefined {
  if (typeof text !== "string" || !text.startsWith("{")) return undefined;
  const message = JSON.parse(text) as Message;
  return message._messageType === 0 ? message : undefined;
}

function appContext(excel: SimulatedExcel): object {
  return {
    _id: webAddin.id,
    _appName: 16,
    _appVersion: 16,
    _appMinorVersion: 1,
    _appUILocale: excel.locale,
    _dataLocale: excel.locale,
    _docUrl: "https://excel.example/清单.xlsx",
    _clientMode: 0,
    _settings: excel.documentSettings,
    _reason: "documentOpened",
    _osfControlType: 0,
    _eToken: "",
    _correlationId: "correlation",
    _appInstanceId: "instance",
    _requirementMatrix: JSON.stringify(excel.requirementSets),
    _hostFullVersion: "16.0.17628.20000",
    _clientWindowHeight: 600,
    _clientWindowWidth: 350,
    _addinName: "清单核查",
    _featureGates: {},
    _initialDisplayMode: 2,
  };
}
