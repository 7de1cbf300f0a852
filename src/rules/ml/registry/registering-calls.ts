import { argument, type PythonCall } from '../../../documents/python.ts';

const REGISTERS =
  /^mlflow\.register_model$|^google\.cloud\.aiplatform\.Model\.upload$|^(wandb\.)?(\w+\.)?link_model$|\.push_to_hub$|\.create_model_version$|^sagemaker\..*\.(register|create_model_package)$|\.(promote_model|transition_model_version_stage|set_registered_model_alias)$/;

/** Whether a call puts a model where others take it from. */
export function registersModel(call: PythonCall): boolean {
  if (REGISTERS.test(call.resolved)) return true;
  const name = argument(call, 'registered_model_name');
  return /\.(log_model|save_model)$/.test(call.resolved) && name !== undefined && name.value.value !== null;
}
